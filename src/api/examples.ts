// Read by people, and held by a test to the shapes.

const usd = (amount: number) => ({ amount, currency: "USD" });

const mug = {
  handle: "pushcart-mug",
  title: "Pushcart mug",
  subtitle: "Stoneware, 350 ml",
  url: "https://shop.example/products/pushcart-mug",
  picture: { url: "https://shop.example/pictures/pushcart-mug.svg", alt: "A green mug with a small cart on it" },
  price: { from: usd(2999), to: usd(2999) },
  compare_at: null,
  available: true,
  rating: { count: 12, average: 4.7 },
  updated_at: "2026-11-20T10:00:00.000Z",
};

const sums = {
  goods: usd(5998),
  discount: usd(0),
  shipping: { name: "Standard parcel", price: usd(690), discount: usd(0) },
  fees: [],
  tax: usd(368),
  total: usd(7056),
  prices_include_tax: false,
  savings: [],
  taxes: [{ name: "Wisconsin sales tax", percent: "5.5", amount: usd(368) }],
};

const orderHead = {
  number: "P-1001",
  placed_at: "2026-11-25T09:30:00.000Z",
  state: "placed",
  payment_state: "paid",
  delivery_state: "unfulfilled",
  total: usd(7056),
};

const user = { id: "019aa1b2", email: "odile@example.com", display_name: "Odile" };
const password = "correct horse battery";

export const examples = {
  products: { items: [mug], next: "/api/v1/products?limit=1&cursor=WyIxNzYzNjMyODAwMDAwIiwieCJd" },
  product: {
    ...mug,
    vendor: "Harrow Mills Pottery",
    description_html: "<p>Thrown by hand, glazed in bottle green.</p>",
    attributes: [{ name: "Material", value: "Stoneware" }],
    options: [{ name: "Glaze", values: ["Bottle green"] }],
    variants: [
      {
        id: "019aa1c3",
        options: ["Bottle green"],
        sku: "MUG-GRN",
        price: usd(2999),
        compare_at: null,
        available: true,
      },
    ],
    pictures: [mug.picture],
    collections: ["ceramics"],
  },
  collections: {
    items: [
      {
        handle: "ceramics",
        title: "Ceramics",
        description: "Thrown and glazed in Harrow Mills.",
        parent: null,
        url: "https://shop.example/collections/ceramics",
        products: 14,
        price_from: usd(900),
      },
    ],
    next: null,
  },
  cart: {
    lines: [
      {
        id: "019aa1d4",
        product: "pushcart-mug",
        variant: "019aa1c3",
        title: "Pushcart mug",
        options: "Bottle green",
        quantity: 2,
        price: usd(2999),
        sums: { before: usd(5998), discount: usd(0), after: usd(5998) },
        message: null,
      },
    ],
    count: 2,
    sums,
    coupon: null,
    destination: { country: "US", region: "WI", postcode: "", is_guess: true },
    buyable: true,
  },
  addLine: { product: "pushcart-mug", quantity: 2 },
  orders: { items: [orderHead], next: null },
  order: {
    ...orderHead,
    lines: [
      {
        product: "pushcart-mug",
        title: "Pushcart mug",
        options: "Bottle green",
        sku: "MUG-GRN",
        quantity: 2,
        shipped: 0,
        price: usd(2999),
        before: usd(5998),
        discount: usd(0),
      },
    ],
    sums,
    delivery: {
      name: "Standard parcel",
      time: "28 November to 1 December",
      tracking: "",
      address: {
        name: "Odile Bernard",
        street: "231 Warren Street",
        city: "Hudson",
        region: "WI",
        postcode: "54016",
        country: "US",
      },
    },
    payment_method: "test_card",
    note: "",
  },
  me: { user },
  register: { email: user.email, password, displayName: user.display_name },
  logIn: { email: user.email, password },
  signedIn: { token: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl", user: { id: user.id, email: user.email } },
  problem: {
    type: "/api#problem-422",
    title: "Fields refused",
    status: 422,
    detail: "Choose a quantity from 1 to 99.",
    request_id: "x7Qpa1k",
    errors: { quantity: "Choose a quantity from 1 to 99." },
  },
};
