/** For tests: PDFs written object by object (ISO 32000-1, 7.5), so that they can be as wrong as a test needs. */

/** Objects by number, each without its `obj` and `endobj`. Object 1 is the catalogue. */
export function rawPdf(objects: Readonly<Record<number, string>>, { damageTable = false } = {}): Buffer {
  let out = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets: string[] = ['0000000000 65535 f \n'];
  const numbers = Object.keys(objects).map(Number);
  const last = Math.max(...numbers);
  for (let number = 1; number <= last; number++) {
    const body = objects[number];
    offsets.push(body === undefined ? '0000000000 00000 f \n' : `${String(out.length).padStart(10, '0')} 00000 n \n`);
    if (body !== undefined) out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const at = damageTable ? 7 : out.length;
  out += `xref\n0 ${last + 1}\n${offsets.join('')}trailer\n<< /Size ${last + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

export function stream(content: string, dictionary = ''): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const words = (text: string, size = 12, at = '72 720') => `BT /F1 ${size} Tf ${at} Td (${text}) Tj ET`;

type OnePage = {
  text?: string;
  page?: string;
  catalogue?: string;
  content?: string;
  font?: string;
  more?: Record<number, string>;
  damageTable?: boolean;
};

/** One page of Letter size with one line; `page` and `catalogue` are put into those dictionaries and win over the usual. */
export function onePage({
  text = 'Words of the page',
  page = '',
  catalogue = '',
  content,
  font: face = font,
  more = {},
  damageTable,
}: OnePage): Buffer {
  const box = page.includes('/MediaBox') ? '' : '/MediaBox [0 0 612 792]';
  return rawPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R ${box} /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${page} >>`,
      4: stream(content ?? words(text)),
      5: face,
      ...more,
    },
    { damageTable: damageTable ?? false },
  );
}

/** Opens with scripts, would submit a form, start a program and go to an address; and holds an XFA form with a script. */
export function scriptedPdf(address: string): Buffer {
  const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="f"><event activity="initialize"><script contentType="application/x-javascript">xfa.host.gotoURL("${address}")</script></event></subform></template></xdp:xdp>`;
  const script = `app.alert('ran'); globalThis.pdfScriptRan = true; this.submitForm('${address}'); app.launchURL('${address}', true);`;
  return onePage({
    text: 'A page with scripts',
    catalogue: `/OpenAction << /S /JavaScript /JS (${script.replace(/[()\\]/g, '\\$&')}) /Next << /S /URI /URI (${address}) /Next << /S /Launch /F (/bin/true) >> >> >>
      /AA << /WC << /S /JavaScript /JS (globalThis.pdfScriptRan = true;) >> >>
      /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.pdfScriptRan = true;) >>] >> >>
      /AcroForm << /Fields [] /XFA 6 0 R >>`,
    page: `/AA << /O << /S /JavaScript /JS (globalThis.pdfScriptRan = true;) >> >>
      /Annots [<< /Type /Annot /Subtype /Link /Rect [72 700 300 740] /A << /S /JavaScript /JS (globalThis.pdfScriptRan = true;) >> >>]`,
    more: { 6: stream(xfa) },
  });
}

/** The page tree leads back into itself: object 2 has itself among its kids. */
export function loopingPdf(): Buffer {
  return onePage({ more: { 2: '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>' } });
}

/** A font that is named and is not there, and one of letters with no meaning. */
export function brokenFontPdf(): Buffer {
  return onePage({
    text: 'Words in a broken font',
    font: '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Gone /FirstChar 32 /LastChar 33 /Widths [500] /FontDescriptor 6 0 R >>',
    more: { 6: '<< /Type /FontDescriptor /FontName /ABCDEF+Gone /Flags 4 /FontFile2 7 0 R >>', 7: stream('this is no font') },
  });
}

/** A page turned by its own entry, of which a part that does not begin at its corner is shown. */
export function croppedPdf(): Buffer {
  return onePage({
    content: `${words('Turned and cropped', 20, '150 300')} 0 0 1 rg 200 400 100 50 re f`,
    page: '/MediaBox [0 0 612 792] /CropBox [100 200 500 700] /Rotate 90',
  });
}

/** A page as large as PDF allows (14,400 points a side) or nearly nothing. */
export function sizedPdf(points: number): Buffer {
  const size = points / 40;
  return onePage({
    content: `${words('Sized', size, `${points / 10} ${points / 2}`)} 1 0 0 rg ${points / 4} ${points / 4} ${points / 4} ${points / 8} re f`,
    page: `/MediaBox [0 0 ${points} ${points}]`,
  });
}
