/** Pages that most shops have, or must have: what they are called, and where the foot of the page names them. */
export const usualPages = [
  { handle: "about", title: "About us", column: "shop", why: "Who you are, and what you care for." },
  { handle: "delivery", title: "Delivery", column: "help", why: "Where to, how long, what it costs." },
  { handle: "returns", title: "Returns", column: "help", why: "Buyers agree to it before they order." },
  { handle: "privacy", title: "Privacy", column: "shop", why: "What you keep of people. Buyers agree to it." },
  { handle: "terms", title: "Terms", column: "shop", why: "Once it is there, buyers agree to it alone." },
  { handle: "imprint", title: "Imprint", column: "shop", why: "Who answers for the shop: a must in many countries." },
] as const;

export const usualPage = (handle: string) => usualPages.find((page) => page.handle === handle);
