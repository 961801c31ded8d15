/** The part of @sealsystems/ipp 2.8.2 that we use: serializing requests. The package has no types of its own. */
declare module '@sealsystems/ipp' {
  type Attribute = string | number | boolean | readonly string[] | readonly number[];

  interface Message {
    readonly version: '1.1' | '2.0';
    /** A name of RFC 8011 §5.4.15; an unknown one throws. */
    readonly operation: string;
    readonly id: number;
    /** Written in this order. The library silently drops attributes that it does not know. */
    readonly 'operation-attributes-tag': Readonly<Record<string, Attribute>>;
    readonly 'job-attributes-tag'?: Readonly<Record<string, Attribute>>;
    readonly 'subscription-attributes-tag'?: Readonly<Record<string, Attribute>>;
    readonly data?: Buffer;
  }

  /** Names of the library's tables for the groups that we write. */
  export type AttributeGroup = 'Operation' | 'Job Template' | 'Subscription Description';

  const ipp: {
    serialize(message: Message): Buffer;
    /** The syntax of each attribute that the library knows. */
    readonly attributes: Readonly<Record<AttributeGroup, Record<string, unknown>>>;
  };
  export default ipp;
}
