/** By whom something is done at the desk, from where and when: what its line in the audit log is made of. */
export type By = {
  /** "staff:<id>" or "command". */
  readonly who: string;
  /** Where from. */
  readonly address: string;
  readonly now: Date;
  readonly newId: () => string;
};
