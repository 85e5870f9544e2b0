import { z } from 'zod';
import { parseEdtf } from '../edtf.ts';

/** Extended Date/Time Format, levels 0 to 2 (ISO 8601-2:2019). Refused with a remedy when it does not parse. */
export const edtf = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => parseEdtf(text) !== null, {
    message: 'not an EDTF date; write 2018, 2018-06, 2018-06-14, 2018-11~ (about), 2017-03? (uncertain) or 2017-03/2017-10',
  });
