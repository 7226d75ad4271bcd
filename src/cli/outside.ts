/** The world as src/main.ts hands it in: environment, clock, chance, the terminal. */
export type Outside = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newToken: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly terminal: boolean;
  readonly onSignal: (name: "SIGTERM" | "SIGINT", act: () => void) => void;
  readonly exit: (code: number) => never;
};
