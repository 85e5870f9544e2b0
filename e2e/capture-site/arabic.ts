import iconv from 'iconv-lite';
import { bytes, html, page } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

const words = ['مجلس الرقة المدني', 'انتشال ١٬٢٣٦ جثة من ثلاث مقابر جماعية', 'معظمهم من النساء والأطفال'];
const body = words.map((line) => `<p>${line}</p>`).join('');

/** Right to left: in UTF-8, in windows-1256 named by the header, and in windows-1256 named only in the page. */
export function arabic({ main }: Origins) {
  const old = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="windows-1256"><title>مقابر</title></head><body>${body.replace('١٬٢٣٦', '1,236')}</body></html>`;
  const routes: Routes = {
    '/arabic/utf-8': html(`<h1>الرقة</h1>${body}<p dir="ltr">Left to right inside.</p>`, { title: 'الرقة', lang: 'ar', dir: 'rtl' }),
    '/arabic/windows-1256': bytes(iconv.encode(old, 'windows-1256'), 'text/html; charset=windows-1256'),
    '/arabic/undeclared': bytes(iconv.encode(old, 'windows-1256'), 'text/html'),
  };
  const older = words.map((line) => line.replace('١٬٢٣٦', '1,236'));
  const pages = {
    arabic: page(`${main}/arabic/utf-8`, [...words, 'Left to right inside.']),
    arabicOld: page(`${main}/arabic/windows-1256`, older),
    arabicUndeclared: page(`${main}/arabic/undeclared`, older),
  };
  return { routes, pages };
}
