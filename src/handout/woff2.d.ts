/** Vite turns `?inline` into a data address, in a build as in a test. */
declare module '*.woff2?inline' {
  const dataAddress: string;
  export default dataAddress;
}
