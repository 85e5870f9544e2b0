import { withheld } from '../../capture/recorder/redact.ts';

/** What is withheld from a text: values of URL parameters by name, and values as they stand (all their forms). */
export type Withholding = { parameters: readonly string[]; values: readonly string[] };
export type Cleaned = { text: string; names: string[] };

const standIn = encodeURIComponent(withheld);

/**
 * A text without what is to be withheld: addresses in mark-up, styles, scripts and JSON lose the values of named
 * parameters, whatever way their `&` is written; values go wherever they stand. `names`: one for each that went. The
 * stand-in is that of `redactUrl`, so that links in a page still lead to the records of its archive. Pure.
 */
export function cleanText(given: string, { parameters, values }: Withholding): Cleaned {
  const names: string[] = [];
  let text = given;
  for (const name of parameters) {
    text = text.replace(parameterIn(name), (whole, before: string, value: string) => {
      if (value === standIn) return whole;
      names.push(name);
      return before + standIn;
    });
    text = text.replace(nestedIn(name), (whole, before: string, value: string) => {
      if (value === encodeURIComponent(standIn)) return whole;
      names.push(name);
      return before + encodeURIComponent(standIn);
    });
  }
  for (const value of values) {
    // Most values stand in most texts nowhere, and looking is cheaper than cutting.
    if (!text.includes(value)) continue;
    const parts = text.split(value);
    for (let count = 1; count < parts.length; count++) names.push('value');
    text = parts.join(withheld);
  }
  return { text, names };
}

/** A parameter in an address, whatever way its `&` is written: what stands before its value, and the value. */
export function parameterIn(name: string): RegExp {
  return new RegExp(`((?:[?&;#]|\\\\u0026|\\\\x26)(?:${formsOf(name)})=)((?:(?!\\\\u0026|\\\\x26)[^&#;"'<>\\s\\\\)])+)`, 'g');
}

/** The same in an address that is itself a parameter of another. */
function nestedIn(name: string): RegExp {
  return new RegExp(`((?:%3F|%26)(?:${formsOf(name)})%3D)((?:(?!%26|%23)[^&#;"'<>\\s\\\\)])+)`, 'gi');
}

function formsOf(name: string): string {
  const percent = encodeURIComponent(name);
  return [...new Set([name, percent, percent.replaceAll('%20', '+')])].map(escaped).join('|');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Every string inside a value cleaned; the rest as it was. Pure. */
export function cleanDeep<Value>(value: Value, withholding: Withholding): { value: Value; names: string[] } {
  const names: string[] = [];
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const clean = cleanText(one, withholding);
      names.push(...clean.names);
      return clean.text;
    }
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inside]) => [key, walk(inside)]));
  };
  return { value: walk(value) as Value, names };
}
