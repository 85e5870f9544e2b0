// Writes statement.pdf, the sample that stands for the admission in June. Run: node sample/generate/statement.mjs
import { INK, MARGIN, RED, SOFT, closePaper, inner, openPaper, prose } from './paper.mjs';

const doc = openPaper('statement.pdf', {
  Title: 'Sample statement: the strike of March 2017',
  Author: 'Holdfast contributors',
  Subject: 'Stands for the admission of June in the sample case. The Coalition did not write it.',
});
doc.rect(MARGIN, 64, inner(doc), 40).lineWidth(1).stroke(RED);
doc
  .font('sansBold')
  .fontSize(9.5)
  .fillColor(RED)
  .text(
    'Sample written for Holdfast. The Coalition did not write this page. It says in our words what the Coalition admitted.',
    MARGIN + 12,
    71,
    { width: inner(doc) - 24 },
  );
doc
  .font('bold')
  .fontSize(24)
  .fillColor(INK)
  .text('The strike of March 2017 on a school in al-Mansourah', MARGIN, 140, { width: inner(doc) });
doc.moveDown(0.4).font('sans').fontSize(10).fillColor(SOFT).text('Statement of June');
doc.moveDown(1.2);
prose(doc, [
  'In June the Coalition admitted that more than 40 civilians were killed in the strike of March 2017 on a school in al-Mansourah.',
  'The strike had until then been carried as “non-credible”. It had been so for 15 months. Human Rights Watch had reported on it in September 2017.',
  'The admission gives a floor, “more than 40”, and no ceiling.',
]);
closePaper(doc, 'Sample statement written for Holdfast. Not a document of the Coalition.');
