// Everything of the demo shop that is not a product. Dates are days from the first start, so that the demo never grows stale.
export const shop = {
  name: "The Saturday Stall",
  tagline: "Useful things from the workshops of one valley",
  currency: "USD",
  pricesIncludeTax: false,
  locale: "en-US",
  timeZone: "America/Chicago",
  email: "hello@saturday-stall.example",
  phone: "+1 608 555 0142",
  address: {
    name: "The Saturday Stall",
    street: "14 Mill Street",
    city: "Harrow Mills",
    region: "WI",
    postcode: "54699",
    country: "US",
  },
  logo: "pictures/mark.svg",
  openGraph: "pictures/og-card.svg",
  seo: {
    title: "The Saturday Stall: useful things from one valley",
    description:
      "Stoneware, kitchen tools, linen, candles, paper and garden things from small workshops in the Tamarack Valley, sold from a pushcart on Saturdays and from here all week.",
  },
};

export const home = {
  hero: {
    picture: "pictures/hero-stall.svg",
    alt: "A market table with a green teapot on a striped cloth, a lantern, a cherry board, a crock of spoons, scales full of apples and a bowl of strawberries.",
    heading: "Open all week, packed by hand",
    text: "The cart that stands on the square in Harrow Mills every Saturday, with better opening hours. Sixty things, from people we know by name.",
    action: { label: "See what is on the cart", collection: "gifts" },
  },
  trust: [
    "Sent within two working days: packed by hand, in paper and straw",
    "Free delivery from $75: below that a parcel is $6.95",
    "Thirty days to change your mind: used is fine, broken is fine",
  ],
  rows: [
    {
      title: "On the cart this week",
      products: [
        "pushcart-mug",
        "storm-lantern",
        "blackberry-jam",
        "stripe-tea-towel",
        "wool-throw",
        "round-teapot",
        "ledger-notebook",
        "garden-trug",
      ],
    },
    {
      title: "For a first kitchen",
      products: [
        "carbon-skillet",
        "cherry-cutting-board",
        "spoon-crock",
        "bread-knife",
        "quilted-potholders",
        "enamel-casserole",
      ],
    },
    {
      title: "Under twenty-five dollars",
      products: ["seed-packets", "block-print-cards", "wool-socks", "match-bottle", "garden-twine", "chocolate-bar"],
    },
  ],
};

export const collections = [
  {
    handle: "ceramics",
    title: "Ceramics",
    intro:
      "Thrown on two wheels, four miles apart. Expect small differences between pieces, and a maker's thumbprint under the foot if you look.",
  },
  {
    handle: "kitchen",
    title: "Kitchen",
    intro:
      "Tools that get better with use: steel that needs oil, wood that needs oil, and one pot that needs nothing at all.",
  },
  {
    handle: "pantry",
    title: "Pantry",
    intro: "Jam, honey, beans and tea, in jars and tins worth keeping. What is in it is on the label, all of it.",
  },
  {
    handle: "textiles",
    title: "Textiles",
    intro: "Linen that dries, wool that warms, canvas that carries. Woven, knitted, sewn and pieced in the valley.",
  },
  {
    handle: "candles-light",
    title: "Candles & Light",
    intro:
      "For the months when it is dark at half past four. Beeswax, brass, a lantern and something to light them with.",
  },
  {
    handle: "paper-desk",
    title: "Paper & Desk",
    intro:
      "Sewn books, real ink, printed cards and pencils in colors you will use. Made by people who still write letters.",
  },
  {
    handle: "garden",
    title: "Garden",
    intro: "A trowel that does not bend, a can that rains, seeds that come up. The rest is weather.",
  },
  {
    handle: "gifts",
    title: "Gifts",
    intro:
      "The things people come back to tell us about. If you are stuck, answer five questions and we will suggest something.",
  },
].map((c, i) => ({
  ...c,
  position: i + 1,
  picture: `pictures/tile-${c.handle}.svg`,
  seo: { title: `${c.title}: The Saturday Stall`, description: c.intro },
}));

export const pages = [
  {
    handle: "about",
    title: "About the stall",
    picture: "pictures/hero-about.svg",
    alt: "A workshop bench under a window, with a wheel-thrown pot, brushes, a loaf and a cat",
    body: `In 1998 Lena Hartwig bought a pushcart from a man who had sold roasted chestnuts out of it, painted it green and filled it with her neighbors' pots. It rained. She sold four mugs and a colander.

The cart is still green. There are three of us now, and some twenty makers, all within an hour's drive of the square in Harrow Mills. We carry about sixty things at a time. When something new comes on, something else goes off, because the cart is only so long.

## How we choose

- We use it ourselves for a season first.
- It can be mended, refilled, sharpened or composted.
- We can tell you who made it and they do not mind.

## What we pay

Makers set their price and we add ours: about a third. Ask about any item and we will tell you the figure.

## Where to find us

Saturdays, seven to one, on Mill Street, between the bank and the bakery. The rest of the week we are in the back of the old mill, packing.`,
  },
  {
    handle: "delivery",
    title: "Delivery",
    body: `We pack every working day and send within **two working days**. Things made to order say so on their page, with the time they take.

| How | Takes | Costs |
| --- | --- | --- |
| Standard parcel | 3 to 6 days | from $6.95, by weight |
| Express | 2 days | $16.50 |
| Cargo bike, inside the valley | next day | $4.00, free from $60 |
| Pick up | when we write | free |

**Free standard delivery from $75** of goods, before any discount. It comes off by itself.

Plants travel on Mondays and Tuesdays, and never into a hard frost. Matches and lamp parts go by ground only. Patterns arrive by email at once.

We send inside the United States. If a parcel is late, write to us; finding it is our job, not yours.`,
  },
  {
    handle: "returns",
    title: "Returns",
    body: `You have **thirty days** from the day it arrives to send anything back, for any reason or none. Ask for a return from your order page or write to us; you get a label by email and your money within five working days of its arrival.

**It broke on the way?** Send a photograph. We replace it or pay you back, as you like, and you keep the pieces.

**Not returnable:** open food, live plants that arrived well, and patterns that were downloaded. If one of them was not right, tell us anyway.

Made-to-order things can be canceled until they leave us.

After thirty days, ask. Most things we sell can be repaired, and most of the people who made them are glad to do it.`,
  },
  {
    handle: "privacy",
    title: "Privacy",
    body: `We keep what we need to send you things and to do our books, and nothing else.

- **With an order:** your name, address, email, what you bought. Kept as long as tax law asks.
- **With an account:** the same, your password as a hash that we cannot read, and your addresses until you remove them.
- **Cookies:** one for your session, one that remembers light or dark, one for the wish list. No advertising, no analytics by others, nothing to consent to.
- **Payment:** card details go to the payment company and never to us.
- **Newsletter:** only after you confirm. One click ends it.

From your account you can **download everything** we hold about you or **delete the account**. Orders stay in the books without your account attached.

Questions: privacy@saturday-stall.example.`,
  },
  {
    handle: "imprint",
    title: "Imprint",
    body: `**The Saturday Stall LLC**
14 Mill Street, Harrow Mills, WI 54699, United States

Telephone +1 608 555 0142, weekdays nine to four, Central Time
hello@saturday-stall.example

Managing member: Lena Hartwig
Wisconsin seller's permit 456-0000000000-00

*This is a demonstration shop. The makers, towns and prices are invented, and nothing here is for sale.*`,
  },
];

export const emptyCart = {
  picture: "pictures/hero-empty-cart.svg",
  alt: "An empty pushcart with a sparrow on its handle",
  heading: "The cart is empty",
  text: "A sparrow has been looking after it. Start with what is new this week, or take a free twist of tea.",
  action: { label: "See the gifts", collection: "gifts" },
};

export const reviews = [
  {
    product: "pushcart-mug",
    rating: 5,
    title: "Four fingers, as promised",
    body: "I have big hands and always end up hooking two fingers through a handle like a pirate. Not this one. Bought a second so we stop stealing it from each other.",
    author: "Dale R.",
    daysAgo: 12,
    verified: true,
  },
  {
    product: "pushcart-mug",
    rating: 4,
    title: "Lovely, a bit heavy",
    body: "The glaze is deeper than in the picture and the clay foot is nice to hold. It is heavy when full, which my mother noticed. She kept it anyway.",
    author: "Imani W.",
    daysAgo: 40,
    verified: true,
  },
  {
    product: "carbon-skillet",
    rating: 5,
    title: "They were honest about the eggs",
    body: "The first three stuck, like they said. By the second week I was showing off. Lighter than my old iron one by a mile.",
    author: "Teo M.",
    daysAgo: 65,
    verified: true,
  },
  {
    product: "stripe-tea-towel",
    rating: 5,
    title: "Dries an actual glass",
    body: "No fluff, no smears. It was like cardboard for a week and now it is my favorite object in the kitchen.",
    author: "Priya S.",
    daysAgo: 23,
    verified: true,
  },
  {
    product: "wool-throw",
    rating: 5,
    title: "The dog agrees",
    body: "It says big enough for two people and a dog. We measured. True.",
    author: "Hanna and Joe",
    daysAgo: 31,
    verified: true,
  },
  {
    product: "round-teapot",
    rating: 4,
    title: "Pours beautifully",
    body: "No drips at all. I took off a star because it only just makes three of my cups, and I have large cups.",
    author: "Colette B.",
    daysAgo: 88,
    verified: true,
  },
  {
    product: "ledger-notebook",
    rating: 5,
    title: "Lies flat on page one",
    body: "Every notebook says it lies flat. This is the first that does it on the first page. The account ruling is perfect for a beehive log.",
    author: "Martin O.",
    daysAgo: 17,
    verified: true,
  },
  {
    product: "awning-quilt-pattern",
    rating: 5,
    title: "Clear enough for me",
    body: "My second quilt ever. The pages on the star points saved me. I emailed a question and Ruth herself answered, with a drawing.",
    author: "Yolanda P.",
    daysAgo: 54,
    verified: true,
  },
  {
    product: "scented-pelargonium",
    rating: 3,
    title: "Came a bit squashed",
    body: "Two stems were bent and it sulked for two weeks. They sent a new one without being asked twice, and now I have two. The leaves really do smell of roses.",
    author: "Greta L.",
    daysAgo: 72,
    verified: true,
  },
  {
    product: "scented-tin-candle",
    rating: 5,
    title: "Tomato vine, unbelievably",
    body: "I did not think a candle could smell of my grandfather's greenhouse. In January. I had to sit down.",
    author: "Sam K.",
    daysAgo: 9,
    verified: false,
  },
  {
    product: "garden-trug",
    rating: 5,
    title: "Built like a boat",
    body: "Hauled squash, firewood and a sleeping cat. Not a creak. Oiled it in spring as told.",
    author: "Wes T.",
    daysAgo: 120,
    verified: true,
  },
  {
    product: "dinner-tapers",
    rating: 2,
    title: "Too loose for our holders",
    body: "Nice color, no dripping, but our holders are a wider kind and they lean. The paper trick helps. I wish I had measured first; the size is on the page.",
    author: "Anneke V.",
    daysAgo: 46,
    verified: true,
  },
];

export const quiz = {
  title: "Find a gift in five questions",
  intro: "Answer what you can and skip the rest. We add it up and show you six things.",
  questions: [
    {
      id: "who",
      question: "Who is it for?",
      answers: [
        {
          id: "cook",
          label: "Someone who cooks",
          products: ["cherry-cutting-board", "spoon-crock", "carbon-skillet", "pepper-mill", "linen-apron"],
        },
        {
          id: "gardener",
          label: "Someone with dirt under their nails",
          products: ["hand-tools", "garden-trug", "seed-packets", "garden-twine", "watering-can"],
        },
        {
          id: "reader",
          label: "Someone with a desk and a pen",
          products: ["ledger-notebook", "fountain-ink", "letter-writing-set", "counter-bell", "colored-pencils"],
        },
        {
          id: "child",
          label: "A child",
          products: ["toy-pushcart", "double-six-dominoes", "colored-pencils", "seed-packets"],
        },
        {
          id: "host",
          label: "People who have just moved in",
          products: ["breakfast-hamper", "wildflower-honey", "linen-napkins", "match-bottle", "dinner-tapers"],
        },
      ],
    },
    {
      id: "when",
      question: "When will they use it?",
      answers: [
        {
          id: "morning",
          label: "At breakfast",
          products: ["pushcart-mug", "breakfast-bowl", "pour-over-stand", "stall-roast-coffee", "maple-syrup"],
        },
        {
          id: "afternoon",
          label: "On a free afternoon",
          products: ["awning-quilt-pattern", "colored-pencils", "french-rolling-pin", "double-six-dominoes"],
        },
        {
          id: "evening",
          label: "In the evening",
          products: ["beeswax-pillar", "scented-tin-candle", "wool-throw", "chocolate-bar", "brass-chamberstick"],
        },
      ],
    },
    {
      id: "spend",
      question: "What would you like to spend?",
      answers: [
        {
          id: "little",
          label: "Under $20",
          products: [
            "chocolate-bar",
            "match-bottle",
            "block-print-cards",
            "seed-packets",
            "garden-twine",
            "wildflower-honey",
          ],
        },
        {
          id: "middle",
          label: "$20 to $50",
          products: [
            "pushcart-mug",
            "wool-socks",
            "letter-writing-set",
            "scented-tin-candle",
            "linen-napkins",
            "counter-bell",
          ],
        },
        {
          id: "plenty",
          label: "More than that",
          products: [
            "round-teapot",
            "breakfast-hamper",
            "enamel-casserole",
            "wool-throw",
            "market-scale",
            "garden-trug",
          ],
        },
      ],
    },
    {
      id: "kind",
      question: "Should it last or be used up?",
      answers: [
        {
          id: "last",
          label: "Last, ideally for decades",
          products: ["carbon-skillet", "hand-tools", "brass-chamberstick", "pepper-mill", "market-scale"],
        },
        {
          id: "used",
          label: "Used up, no clutter",
          products: ["soap-trio", "loose-leaf-tea", "blackberry-jam", "dinner-tapers", "stall-roast-coffee"],
        },
        { id: "grow", label: "It may grow", products: ["scented-pelargonium", "seed-packets", "terracotta-pots"] },
      ],
    },
    {
      id: "feel",
      question: "Which table would you sit down at?",
      answers: [
        {
          id: "bright",
          label: "White cloth, flowers, too many plates",
          products: ["bud-vase-trio", "linen-napkins", "banded-plate", "milk-jug", "block-print-cushion"],
        },
        {
          id: "warm",
          label: "Bare wood, a lamp, a pot in the middle",
          products: ["storm-lantern", "enamel-casserole", "cherry-cutting-board", "heirloom-beans", "wool-socks"],
        },
        {
          id: "busy",
          label: "Half of it is covered with something unfinished",
          products: ["awning-quilt-pattern", "ledger-notebook", "colored-pencils", "gift-wrap", "quilted-potholders"],
        },
      ],
    },
  ],
};

const hours = (weekday: string, saturday: string) => ({
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: saturday,
  sun: "",
});
export const pickupPoints = [
  {
    code: "harrow-mills",
    name: "The Old Mill",
    street: "14 Mill Street",
    city: "Harrow Mills",
    region: "WI",
    postcode: "54699",
    lat: 43.6214,
    lon: -90.8577,
    hours: hours("09:00-16:00", "07:00-13:00"),
    note: "The packing room, round the back. Ring the bell.",
  },
  {
    code: "kettle-ferry",
    name: "Kettle Ferry Orchards",
    street: "220 Landing Road",
    city: "Kettle Ferry",
    region: "WI",
    postcode: "54698",
    lat: 43.5531,
    lon: -90.9914,
    hours: hours("10:00-17:00", "09:00-17:00"),
    note: "At the cider counter.",
  },
  {
    code: "upper-marl",
    name: "Marl Hardware",
    street: "3 Quarry Lane",
    city: "Upper Marl",
    region: "WI",
    postcode: "54697",
    lat: 43.7092,
    lon: -90.7413,
    hours: hours("08:00-18:00", "08:00-15:00"),
    note: "Shelf behind the paint.",
  },
  {
    code: "sparling",
    name: "Sparling Post & General",
    street: "61 Main Street",
    city: "Sparling",
    region: "WI",
    postcode: "54696",
    lat: 43.4823,
    lon: -90.7932,
    hours: hours("07:30-17:30", "08:00-12:00"),
    note: "Ask at the post window.",
  },
  {
    code: "bellwether",
    name: "Bellwether Library",
    street: "9 School Street",
    city: "Bellwether",
    region: "WI",
    postcode: "54695",
    lat: 43.6618,
    lon: -91.0236,
    hours: hours("10:00-19:00", "10:00-14:00"),
    note: "Front desk. Quiet, please.",
  },
  {
    code: "orchard-landing",
    name: "The Landing Café",
    street: "18 River Street",
    city: "Orchard Landing",
    region: "WI",
    postcode: "54694",
    lat: 43.4317,
    lon: -91.0489,
    hours: hours("06:30-14:00", "06:30-14:00"),
    note: "They will try to sell you a cinnamon roll.",
  },
];

export const promotions = [
  {
    name: "Welcome",
    code: "WELCOME10",
    kind: "order-percent",
    percent: 10,
    startsDay: -400,
    endsDay: null,
    limit: null,
    used: 37,
    oncePerCustomer: true,
    minimum: 0,
    state: "live",
    text: "Ten percent off your first order.",
  },
  {
    name: "Spring market",
    code: "SPRING15",
    kind: "order-percent",
    percent: 15,
    startsDay: -240,
    endsDay: -180,
    limit: null,
    used: 112,
    oncePerCustomer: false,
    minimum: 4000,
    state: "expired",
    text: "Fifteen percent off orders from $40, during the spring market.",
  },
  {
    name: "First fifty",
    code: "FIRST50",
    kind: "order-amount",
    amount: 500,
    startsDay: -90,
    endsDay: null,
    limit: 50,
    used: 50,
    oncePerCustomer: true,
    minimum: 2500,
    state: "used up",
    text: "Five dollars off for the first fifty customers.",
  },
  {
    name: "Winter evenings",
    code: "LANTERN20",
    kind: "collection-percent",
    percent: 20,
    collection: "candles-light",
    startsDay: 14,
    endsDay: 44,
    limit: null,
    used: 0,
    oncePerCustomer: false,
    minimum: 0,
    state: "scheduled",
    text: "Twenty percent off candles and light.",
  },
  {
    name: "Free delivery from $75",
    code: null,
    kind: "free-shipping",
    method: "standard",
    startsDay: -400,
    endsDay: null,
    limit: null,
    used: 0,
    oncePerCustomer: false,
    minimum: 7500,
    state: "live",
    text: "Standard delivery is free from $75 of goods.",
  },
  {
    name: "Three candles for two",
    code: null,
    kind: "buy-get",
    buy: 2,
    get: 1,
    tag: "candle",
    startsDay: -30,
    endsDay: null,
    limit: null,
    used: 0,
    oncePerCustomer: false,
    minimum: 0,
    state: "live",
    text: "Buy two candles, and the third, the least dear, is free.",
  },
  {
    name: "Wrapping for many",
    code: null,
    kind: "tiers",
    product: "gift-wrap",
    tiers: [
      { from: 5, percent: 10 },
      { from: 10, percent: 20 },
    ],
    startsDay: -30,
    endsDay: null,
    limit: null,
    used: 0,
    oncePerCustomer: false,
    minimum: 0,
    state: "live",
    text: "From five of one gift wrap each costs a tenth less, from ten a fifth.",
  },
];
/** Shown to the owner only, on the promotions screen of the demo. */
export const ownerNotes = [
  "A staff code, such as STAFF50 for half price, is not part of the demo. If you want one, create it yourself, limit it to staff accounts and do not print it anywhere public.",
];

export const taxZones = [
  {
    code: "us-wi",
    name: "Wisconsin",
    country: "US",
    regions: ["WI"],
    rates: { standard: 55000, food: 0, digital: 55000 },
    shipping: "standard",
    note: "Example: 5% state and 0.5% county. Check with whoever does your taxes.",
  },
  {
    code: "us-mn",
    name: "Minnesota",
    country: "US",
    regions: ["MN"],
    rates: { standard: 68750, food: 0, digital: 68750 },
    shipping: "standard",
    note: "Example: 6.875% state, no local rates. Elsewhere no tax is collected.",
  },
];
export const taxClasses = [
  { code: "standard", name: "Standard" },
  { code: "food", name: "Groceries" },
  { code: "digital", name: "Digital goods" },
];

export const shippingMethods = [
  {
    code: "standard",
    name: "Standard parcel",
    text: "Three to six days",
    zone: { country: "US" },
    minDays: 3,
    maxDays: 6,
    byWeight: [
      [1000, 695],
      [3000, 895],
      [8000, 1295],
      [20000, 1895],
    ],
    ground: true,
  },
  {
    code: "express",
    name: "Express",
    text: "Two days",
    zone: { country: "US" },
    minDays: 2,
    maxDays: 2,
    byWeight: [[20000, 1650]],
    ground: false,
    excludesTags: ["live plant"],
    excludesProducts: ["match-bottle"],
  },
  {
    code: "cargo-bike",
    name: "Cargo bike",
    text: "Next day, inside the valley",
    zone: { country: "US", postcodes: ["54694-54699"] },
    minDays: 1,
    maxDays: 1,
    byWeight: [[12000, 400]],
    freeFrom: 6000,
    ground: true,
  },
  {
    code: "pickup",
    name: "Pick up",
    text: "At one of six places, when we write",
    zone: { country: "US" },
    minDays: 1,
    maxDays: 3,
    byWeight: [[20000, 0]],
    ground: true,
    points: ["harrow-mills", "kettle-ferry", "upper-marl", "sparling", "bellwether", "orchard-landing"],
  },
];
