// Writes report.pdf, the sample report. Run: node sample/generate/report.mjs
import { DEEP, INK, LINE, MARGIN, RED, SOFT, TINT, closePaper, heading, inner, openPaper, prose, subheading, table } from './paper.mjs';

const TITLE = 'Four families, three mass graves, one school';
const doc = openPaper('report.pdf', {
  Title: `${TITLE}: a sample report`,
  Author: 'Holdfast contributors',
  Subject: 'A sample report written for Holdfast about what public sources say of Raqqa',
  Keywords: 'sample, Raqqa, al-Mansourah, 2017, 2018',
});

function cover() {
  const { width, height } = doc.page;
  doc.rect(0, 0, width, height * 0.6).fill(DEEP);
  doc.font('sansBold').fontSize(10).fillColor('#c9d8d3').text('Sample report written for Holdfast', MARGIN, 74);
  doc
    .font('bold')
    .fontSize(36)
    .fillColor('#ffffff')
    .text(TITLE, MARGIN, 150, { width: inner(doc), lineGap: 2 });
  doc
    .moveDown(0.4)
    .font('serif')
    .fontSize(14)
    .fillColor('#dfe7e3')
    .text('What public sources say of Raqqa, who says it, and how far each figure reaches', {
      width: inner(doc) - 60,
      lineGap: 4,
    });
  for (let i = 0; i < 4; i++) doc.rect(MARGIN + i * 34, height * 0.6 - 78, 26, 44).fill(['#c9b08f', '#ead9bd', '#c9b08f', '#ead9bd'][i]);
  for (let i = 0; i < 3; i++) doc.rect(MARGIN + 160 + i * 58, height * 0.6 - 50, 48, 16).fill('#8d7a5f');
  doc.rect(MARGIN + 356, height * 0.6 - 70, 90, 36).fill('#d9ccb1');
  doc
    .font('sansBold')
    .fontSize(9.5)
    .fillColor(RED)
    .text('What this document is', MARGIN, height * 0.6 + 40);
  prose(doc, [
    'This report was written so that a new user of Holdfast has a PDF to read, mark and cite. It is not the Amnesty report, nor a copy of any part of it. It names that report as a source and repeats in its own words the little that is used here.',
    'Every figure comes from one article of 2018 and from the sources that the article names.',
  ]);
}

function reading() {
  doc.addPage();
  heading(doc, '1. How to read a figure');
  prose(doc, [
    'A number in a report is the end of a chain. Somebody counted something, somebody said so, and somebody else wrote it down. A reader who meets only the number cannot tell how long the chain is. This report therefore states five things with each figure: what was counted, how exact the count claims to be, what happened to those counted, who said so, and through whom.',
  ]);
  subheading(doc, 'Recovered is not killed');
  prose(doc, [
    'To exhume is to take a body out of the ground. A count of bodies exhumed is a count of the dead who were found. It does not say who killed them, and it can neither be added to nor subtracted from a count of people killed in an attack.',
  ]);
  subheading(doc, 'Words that carry uncertainty');
  prose(doc, [
    '“Nearly” sets a ceiling that was not quite reached. “At least” and “more than” set a floor. “Most” means more than half and no more than that. None of these words is decoration, and a table that drops them has changed the figure.',
  ]);
  subheading(doc, 'Three kinds of date');
  prose(doc, [
    'The day of a death, the day a grave was opened and the day a figure was spoken are three different days. For the mass graves of Raqqa none of the three is known exactly. Here each date is given only as precisely as its source gives it: a month where there is a month, a year where there is a year.',
  ]);
  subheading(doc, 'One voice, many echoes');
  prose(doc, [
    'When ten outlets repeat one committee, there is one independent source. The echoes show how widely a statement travelled. They do not make it better founded.',
  ]);
}

function families() {
  doc.addPage();
  heading(doc, '2. Four families');
  doc.font('italic').fontSize(11).fillColor(SOFT).text('Source: the 70-page Amnesty report “War of Annihilation”.');
  doc.moveDown(0.8);
  const text = [
    'The report tells of four families. Between them the four families lost at least 90 relatives and neighbours.',
    'The words “at least” matter. The figure is a floor. The true number may be ninety and may be more; the source does not say that it is less.',
    'The words “relatives and neighbours” matter as well. Those counted are not only members of the four families. A claim that “four families lost 90 members” would be a different claim, and a wrong reading of this one.',
    'The figure stands apart from the count of bodies in the next chapter. One is a count of people whom four families lost. The other is a count of bodies found in three mass graves. Some people may be in both counts, or none may be. No source used here says which, so the two are never added together.',
    'What would make the figure firmer? A list of names would, with the place and the day of each death, set against lists kept by others. This sample holds no names.',
    'A reader who cites this page should cite it as a repeat. It is a second hand: the report said it, and this page says that the report said it. In Holdfast the claim belongs to the speaker, and this page is only the way by which it came.',
  ].join('\n\n');
  doc
    .font('serif')
    .fontSize(10.5)
    .fillColor(INK)
    .text(text, { columns: 2, columnGap: 24, width: inner(doc), height: 330, lineGap: 3.2 });
  const y = 530;
  doc.rect(MARGIN, y, inner(doc), 118).fill(TINT);
  doc.rect(MARGIN, y, 4, 118).fill(RED);
  doc
    .font('bold')
    .fontSize(30)
    .fillColor(DEEP)
    .text('at least 90', MARGIN + 24, y + 22);
  doc
    .font('sans')
    .fontSize(10.5)
    .fillColor(INK)
    .text('relatives and neighbours lost by four families', MARGIN + 24, y + 70);
  doc
    .font('sans')
    .fontSize(9)
    .fillColor(SOFT)
    .text('floor: 90   ·   ceiling: not stated   ·   unit: people   ·   hops from the source: one', MARGIN + 24, y + 89);
}

function figures() {
  doc.addPage();
  heading(doc, '3. The figures side by side');
  prose(doc, [
    'The Reconstruction Committee of the Raqqa Civil Council posted a video. Its caption says that nearly 1,236 bodies, most of them women and children, were exhumed from three mass graves in Raqqa. Table 1 sets that figure beside the others. The rows are not to be summed.',
  ]);
  table(
    doc,
    [0.2, 0.2, 0.15, 0.22, 0.23],
    [
      ['Figure', 'What is counted', 'Act', 'Who said it', 'Through what'],
      ['nearly 1,236', 'bodies', 'exhumed', 'Reconstruction Committee, Raqqa Civil Council', 'caption of a video, then an article of 2018'],
      ['3', 'mass graves', 'exhumed from', 'the same committee', 'the same caption'],
      ['most of 1,236', 'women and children', 'exhumed', 'the same committee', 'the same caption'],
      ['at least 90', 'relatives and neighbours of four families', 'lost', 'Amnesty', '70-page report, then the article'],
      ['more than 40', 'civilians', 'killed', 'the Coalition', 'admission in June, then the article'],
    ],
  );
  doc.font('sans').fontSize(8.6).fillColor(SOFT).text('Table 1. Five figures, three speakers. No two rows count the same thing.');
  doc.moveDown(1.6);
  bars(doc.y);
}

function bars(top) {
  const rows = [
    ['nearly 1,236 bodies', 1236, '#8d7a5f'],
    ['at least 90 relatives and neighbours', 90, DEEP],
    ['more than 40 civilians', 40, RED],
  ];
  const full = inner(doc) - 170;
  rows.forEach(([label, value, colour], i) => {
    const y = top + i * 34;
    doc
      .font('sans')
      .fontSize(9)
      .fillColor(INK)
      .text(label, MARGIN, y + 4, { width: 160 });
    doc.rect(MARGIN + 170, y, (full * value) / 1236, 20).fill(colour);
  });
  doc
    .moveTo(MARGIN + 170, top - 6)
    .lineTo(MARGIN + 170, top + 94)
    .lineWidth(0.8)
    .stroke(LINE);
  doc
    .font('sans')
    .fontSize(8.6)
    .fillColor(SOFT)
    .text('Figure 1. The size of the three counts of people. The bars share a scale, not a meaning.', MARGIN, top + 108);
}

function school() {
  doc.addPage();
  heading(doc, '4. The school in al-Mansourah');
  prose(doc, [
    'A school in al-Mansourah was struck in March 2017. Human Rights Watch published a report about the strike in September 2017. The Coalition carried the strike as “non-credible” for 15 months. In June it admitted that more than 40 civilians were killed.',
    'It is tempting to write only the last sentence. The earlier ones would then be lost: that there was a public allegation, that it was held not to be credible, and that this stood for more than a year. What changed in June was not the event but the statement about it.',
  ]);
  timeline(doc.y + 14);
  doc.moveDown(1.5);
  subheading(doc, 'How to keep it');
  prose(doc, [
    'The strike is one incident. The allegation, the assessment and the admission are three claims about it, each with its own speaker and date. The admission corrects the assessment and does not erase it.',
  ]);
  subheading(doc, 'What is not known here');
  prose(doc, [
    'None of the sources used for this sample gives an upper bound for the dead. “More than 40” is a floor. The sample does not name the dead, and gives no day in March on which the school was struck.',
  ]);
}

function timeline(y) {
  const [left, full] = [MARGIN + 10, inner(doc) - 20];
  const at = (month) => left + (full * month) / 17;
  doc
    .moveTo(left, y + 40)
    .lineTo(left + full, y + 40)
    .lineWidth(1)
    .stroke(INK);
  doc.rect(at(1), y + 34, at(16) - at(1), 12).fill('#e3c9c4');
  doc
    .font('sans')
    .fontSize(8.6)
    .fillColor(RED)
    .text('carried as “non-credible” for 15 months', at(1), y + 18, {
      width: at(16) - at(1),
      align: 'center',
    });
  for (const [month, label, what, align] of [
    [1, 'March 2017', 'strike', 'left'],
    [7, 'September 2017', 'Human Rights Watch report', 'center'],
    [16, 'June', 'Coalition admission', 'right'],
  ]) {
    doc.circle(at(month), y + 40, 5).fill(month === 16 ? RED : DEEP);
    const x = align === 'left' ? at(month) - 5 : align === 'right' ? at(month) - 155 : at(month) - 80;
    doc
      .font('sansBold')
      .fontSize(8.6)
      .fillColor(INK)
      .text(label, x, y + 54, { width: 160, align });
    doc
      .font('sans')
      .fillColor(SOFT)
      .text(what, x, y + 66, { width: 160, align });
  }
  doc
    .font('sans')
    .fontSize(8.6)
    .fillColor(SOFT)
    .text('Figure 2. One event and what was said about it. When in those months the label was first given is not stated.', MARGIN, y + 96);
  doc.x = MARGIN;
}

function notes() {
  doc.addPage();
  heading(doc, '5. Sources and limits');
  table(
    doc,
    [0.34, 0.2, 0.46],
    [
      ['Source', 'Date', 'What is taken from it'],
      ['Article in a daily paper', '2018', 'All of the below; the article is the last hop before this report'],
      [
        'Video of the Reconstruction Committee, Raqqa Civil Council',
        'not stated',
        'The caption: nearly 1,236 bodies, three mass graves, most women and children',
      ],
      ['Photos', 'posted in April', 'That they exist; nothing is read from them'],
      ['Amnesty, “War of Annihilation”, 70 pages', 'not stated', 'Four families, at least 90 relatives and neighbours'],
      ['Coalition admission', 'June', 'More than 40 civilians killed in the March 2017 strike'],
      ['Human Rights Watch report', 'September 2017', 'That it was about the strike on the school in al-Mansourah'],
      ['BBC report', 'not stated', 'That it was about a convoy deal'],
    ],
  );
  doc.moveDown(0.5);
  subheading(doc, 'Limits');
  prose(doc, [
    'This is a sample. It should be used to learn Holdfast and for nothing else. Whoever needs these facts should go to the sources named above and capture them.',
    'A hash of this file proves that its bytes have not changed since they were hashed. It does not prove that anything in it is true.',
  ]);
}

cover();
reading();
families();
figures();
school();
notes();
closePaper(doc, `${TITLE}. Sample report written for Holdfast.`, 1);
