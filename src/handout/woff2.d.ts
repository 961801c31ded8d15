/** Vite turns `?inline` into a data URL, in builds and in tests. */
declare module '*.woff2?inline' {
  const dataAddress: string;
  export default dataAddress;
}
