declare module 'class-transformer/cjs/storage.js' {
  /** Where class-transformer keeps what `@Type` said; it exports no other way to read it. */
  export const defaultMetadataStorage: {
    findTypeMetadata(target: Function, property: string): { readonly typeFunction?: () => unknown } | undefined;
  };
}
