/** Somebody as the tables know them: by an account, by an address, or by both. */
export type Person = {
  /** Of their account; undefined for who only ordered as a guest. */
  readonly customerId: string | undefined;
  /** As it was typed. */
  readonly email: string;
  readonly emailKey: string;
  /**
   * Whether the address is known to be theirs: then what is known by nothing but the address is theirs as well. Anybody can
   * make an account with somebody else's address: until it is confirmed, only what the account did itself is its own.
   */
  readonly ownsAddress: boolean;
};

/** As second factors, links and the audit log name an account. */
export const subjectOfPerson = ({ customerId }: Person): string => `customer:${customerId ?? ""}`;
