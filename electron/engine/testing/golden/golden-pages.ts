/** For tests: pages that hold each trouble of finding words in a document. */
export type GoldenPage = { name: string; quotes: string[]; html: string };

export const goldenPages: GoldenPage[] = [
  {
    name: 'article',
    quotes: ['Nearly 1,236 bodies', 'three mass graves. Most are women', 'in Raqqa', 'exhumed so far', 'the end'],
    html: `<!doctype html><title>An article</title><body><header>Menu</header><article id="story"><h1>Graves <em>in Raqqa</em></h1>
      <p>Nearly <b>1,236 <i>bod</i>ies</b> have been ex&shy;humed&nbsp; so far
      from three <a href="#x">mass graves</a>.</p><p>Most are <span>women</span> and children.</p></article><p id="story2">This is the end</p></body>`,
  },
  {
    name: 'table',
    quotes: ['Raqqa 1,236', '90 relatives', 'Place Bodies'],
    html: `<!doctype html><title>A table</title><table><tr><th>Place<th>Bodies<tr><td>Raqqa<td>1,236<tr><td>Families<td>90 relatives</table>`,
  },
  {
    name: 'what is no text',
    quotes: ['before and after', 'seen by nobody', 'drawn words end'],
    html: `<!doctype html><title>Hidden</title><div>words before<style>.x{color:red}</style> and<textarea>typed</textarea> after</div>
      <div style="display:none">seen by nobody</div><p><svg width="9" height="9"><title>no</title><text>drawn <tspan>words</tspan></text></svg> end</p>
      <p id="twice">one</p><p id="Twice">two</p>`,
  },
  {
    name: 'Arabic and beyond the BMP',
    quotes: ['١٬٢٣٦ جثة', 'المقابر الجماعية', '𐤀𐤁 after', '👩‍👩‍👧 end', 'café'],
    html: `<!doctype html><html lang="ar" dir="rtl"><title>عربي</title><p>استُخرجت <b>١٬٢٣٦</b> جثة من المَقابر <i>الجماعية</i> في الرقة.
      <p dir="ltr">𐤀𐤁 after 𠀀, a 👩‍👩‍👧 end, and a cafe\u0301.`,
  },
  {
    name: 'old page',
    quotes: ['in a font', 'list of names second', 'pre  formatted'],
    html: `<TITLE>Old</TITLE><CENTER><FONT COLOR=red>Words in a <B>font</FONT> that</B> ends wrong</CENTER><UL ID=Names><LI>A list of names<LI>second<LI>third</UL><PRE>pre  formatted\n  text</PRE>`,
  },
];
