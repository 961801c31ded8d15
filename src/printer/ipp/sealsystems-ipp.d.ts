/** The part of @sealsystems/ipp 2.8.2 (which brings no types) that is used: writing requests. */
declare module '@sealsystems/ipp' {
  type Attribute = string | number | boolean | readonly string[] | readonly number[];

  interface Message {
    readonly version: '1.1' | '2.0';
    /** A name of RFC 8011 §5.4.15; an unknown one throws. */
    readonly operation: string;
    readonly id: number;
    /** Written in the order given. Attributes that the library does not know are left out without a word. */
    readonly 'operation-attributes-tag': Readonly<Record<string, Attribute>>;
    readonly 'job-attributes-tag'?: Readonly<Record<string, Attribute>>;
    readonly 'subscription-attributes-tag'?: Readonly<Record<string, Attribute>>;
    readonly data?: Buffer;
  }

  /** The library's tables, by the names of the groups that we write. */
  export type AttributeGroup = 'Operation' | 'Job Template' | 'Subscription Description';

  const ipp: {
    serialize(message: Message): Buffer;
    /** The syntax of each attribute that it knows. */
    readonly attributes: Readonly<Record<AttributeGroup, Record<string, unknown>>>;
  };
  export default ipp;
}
