/** Words of areas marked on pictures and pages. */
export const areaMessages = {
  'reader.area.tool': 'Mark an area',
  'reader.area.draw':
    'Drag to mark an area. With the keyboard: arrows move a box, Shift and arrows resize it, Enter keeps it, Escape stops.',
  'reader.area.hint': 'Drag over the area. Or: arrows move a box, Shift resizes it, Ctrl in small steps, Enter keeps it, Esc stops.',
  'reader.area.mark': 'Marked area',
  'reader.area.mark.comment': 'Marked area: {comment}',
  'reader.area.new': 'Area being marked',
} as const;
