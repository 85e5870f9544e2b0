/** Words of the first screen. */
export const welcomeMessages = {
  'welcome.tagline': 'Keep sources so that it can be shown nothing in them moved, and tie every figure to the exact words that state it.',
  'welcome.new': 'New case',
  'welcome.new.text': 'A folder on this computer that holds one investigation.',
  'welcome.open': 'Open a case',
  'welcome.open.text': 'A folder that Holdfast made before.',
  'welcome.sample': 'Open the sample',
  'welcome.sample.text': 'An article, a report and a video about one event, ready to try everything on.',
  'welcome.sample.building': 'Building the sample case',
  'welcome.recent': 'Recent cases',
  'welcome.recent.empty': 'Cases you open are listed here. Nothing about them leaves this computer.',
  'welcome.check': 'Check a case file someone gave you',
  'welcome.locked.read': 'Open for reading only',
  'welcome.offline': 'Holdfast works offline. It asks the network only when you start a capture.',
  'welcome.name': 'Name of the case',
  'welcome.name.placeholder': 'Raqqa 2017–2018',
  'welcome.choose-folder': 'Choose a folder…',
} as const;
