// The first that anybody would try: words, keyboard walks, years and names, alone and with the endings that people add. The
// list is made here from its parts, so that it is short to read and long to guess around.

const words =
  "password passwort welcome letmein iloveyou sunshine princess football baseball basketball superman batman master monkey dragon shadow michael jennifer jordan hunter ranger computer internet whatever trustno starwars pokemon charlie freedom secret summer winter spring autumn flower chocolate cheese pepper ginger cookie samsung google facebook linkedin microsoft android iphone mustang ferrari porsche mercedes liverpool chelsea arsenal barcelona juventus yankees cowboys steelers lakers soccer hockey killer hannah thomas robert daniel jessica ashley nicole andrew joshua matthew anthony william amanda elizabeth victoria alexander changeme default admin administrator root guest test tester testing login user username access qwerty qwertz azerty asdfgh zxcvbn pushcart shop shopping money purple orange yellow silver diamond family friends forever jesus blessed heaven angel angels lovely hello".split(
    " ",
  );
const endings = [
  "",
  "1",
  "12",
  "123",
  "1234",
  "12345",
  "123456",
  "!",
  "1!",
  "123!",
  "@123",
  "01",
  "007",
  "69",
  "99",
  "2020",
  "2021",
  "2022",
  "2023",
  "2024",
  "2025",
  "2026",
];
const walks =
  "12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 00000000 22222222 88888888 99999999 12341234 11223344 12121212 123123123 123321123 147258369 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 qwertyui qwertyuiop qwerty12 qwer1234 asdfghjk asdfghjkl zxcvbnm1 asdf1234 abcd1234 abcdefgh abc12345 a1b2c3d4 aaaaaaaa zaq12wsx passw0rd p@ssw0rd p@ssword pa55word iloveyou1 trustno1 letmein1 whatever1 starwars1 corvette rush2112 babygirl lovelove football1 michelle midnight cocacola maverick danielle scorpion nirvana1 metallica slipknot".split(
    " ",
  );

const common = new Set([...walks, ...words.flatMap((word) => endings.map((ending) => word + ending))]);

/** Whether a password, capitals aside, is among those. */
export const isCommon = (password: string): boolean => common.has(password.toLowerCase());
