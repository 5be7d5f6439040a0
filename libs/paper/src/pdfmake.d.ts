declare module 'pdfmake' {
  /** What is used of pdfmake on a server; the document itself is data. */
  interface Printer {
    setFonts(fonts: Record<string, Record<'normal' | 'bold', string>>): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    createPdf(document: object): { getBuffer(): Promise<Buffer> };
  }
  const printer: Printer;
  export default printer;
}
