declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number };
}
