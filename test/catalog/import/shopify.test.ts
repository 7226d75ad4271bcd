import { describe, expect, test } from "bun:test";
import { readFixture, readText } from "./reading.ts";

const old = await readFixture("shopify-old.csv");

describe("a Shopify file with the old header", () => {
  test("is recognised through padded names, mixed line ends and a header that is repeated", () => {
    expect(old.form).toBe("shopify");
    expect(old.products.map((product) => product.handle).toSorted()).toEqual([
      "free-sticker",
      "linen-apron",
      "plain-bowl",
    ]);
  });

  test("rows of one handle make one product, also those that come back further down", () => {
    const apron = old.product("linen-apron");
    expect(apron.title).toBe("Linen Apron");
    expect(apron.options).toEqual([
      { name: "Size", values: ["Short", "Long"] },
      { name: "Colour", values: ["Oat", "Ink"] },
    ]);
    expect(apron.variants.map((variant) => [variant.row, ...variant.options])).toEqual([
      [2, "Short", "Oat", ""],
      [3, "Long", "Oat", ""],
      [9, "Long", "Ink", ""],
    ]);
  });

  test("rows with neither price nor option only bring pictures, in the order of their positions", () => {
    expect(old.product("linen-apron").pictures.map((picture) => picture.address.slice(25))).toEqual([
      "apron-0.jpg",
      "apron-1.jpg",
      "apron-2.jpg",
      "apron-oat.jpg",
    ]);
    expect(old.product("linen-apron").pictures[1]?.alt).toBe("Apron on a hook");
    expect(old.product("linen-apron").variants[0]?.picture).toBe("https://pictures.example/apron-oat.jpg");
    expect(old.product("free-sticker").pictures[0]?.address).toBe("https://pictures.example/sticker.png");
  });

  test("a compare-at price is a sale only above the price", () => {
    expect(old.product("linen-apron").variants.map((variant) => [variant.price, variant.compareAt] as unknown)).toEqual(
      [
        [3400, 4000],
        [3650, null],
        [3650, null],
      ],
    );
    expect(old.product("plain-bowl").variants[0]?.compareAt).toBeNull();
  });

  test("Default Title is no choice, a price of 0 is a price", () => {
    expect(old.product("free-sticker").options).toEqual([]);
    expect(old.product("free-sticker").variants).toMatchObject([
      { options: ["", "", ""], price: 0, stock: 100, weight: 1 },
    ]);
  });

  test("stock: no tracker means not counted; below zero only where the shop goes on selling", () => {
    expect(old.product("plain-bowl").variants[0]).toMatchObject({ tracked: false, stock: 0 });
    expect(old.product("linen-apron").variants[1]).toMatchObject({ tracked: true, backorder: true, stock: -2 });
  });

  test("barcodes that a spreadsheet has had are mended, or named and left out", () => {
    expect(old.product("linen-apron").variants.map((variant) => variant.barcode)).toEqual([
      "0012345",
      "8801234567890",
      "",
    ]);
    expect(old.troubles).toContainEqual({
      row: 5,
      column: "Variant Barcode",
      reason: '"8.80E+12" has lost its last digits to a spreadsheet',
      leftOut: false,
    });
  });

  test("tags are told apart once, whatever their case; a product that is not published is a draft", () => {
    expect(old.product("linen-apron").tags).toEqual(["kitchen", "linen"]);
    expect(old.product("free-sticker").status).toBe("draft");
  });

  test("what does not reach a shelf is digital, what is not taxed has a class of its own", () => {
    expect([old.product("free-sticker").digital, old.product("plain-bowl").digital]).toEqual([true, false]);
    expect([old.product("plain-bowl").taxClass, old.product("linen-apron").taxClass]).toEqual(["untaxed", "standard"]);
  });

  test("names each row that was left out, with column and reason", () => {
    expect(old.troubles.filter((trouble) => trouble.leftOut)).toEqual([
      { row: 10, column: "Handle", reason: "the same handle and options as row 5", leftOut: true },
      {
        row: 11,
        column: "Variant Price",
        reason: '"1,234" may mean thousands or decimals: write it with no mark between thousands',
        leftOut: true,
      },
      { row: 12, column: "Variant Price", reason: "the product has no price", leftOut: true },
      { row: 13, column: "Handle", reason: "there is no handle", leftOut: true },
      {
        row: 14,
        column: "column 32",
        reason: "the row has more cells than the header (31); is a comma or a quotation mark missing?",
        leftOut: true,
      },
    ]);
    expect(old.product("plain-bowl").whole).toBe(false);
    expect(old.product("linen-apron").whole).toBe(true);
  });
});

describe("a Shopify file with the header since 2024", async () => {
  const fresh = await readFixture("shopify-new.csv");

  test("is read by its new names", () => {
    expect(fresh.form).toBe("shopify");
    expect(fresh.product("wool-blanket").variants).toMatchObject([
      { sku: "WB-1", price: 12000, compareAt: 15000, weight: 1800, stock: 3, backorder: false },
      { sku: "WB-2", price: 12000, compareAt: null, weight: 1800, stock: 0, backorder: true },
    ]);
  });

  test("its readable metafields are attributes, its type says more than the standard category", () => {
    expect(fresh.product("wool-blanket")).toMatchObject({ type: "Blanket", taxonomy: [] });
    expect(fresh.product("wool-blanket").attributes).toEqual([{ name: "Color", value: "grey, natural" }]);
  });

  test("gift cards, which Pushcart does not sell, are drafts and named", () => {
    expect(fresh.product("gift-card").status).toBe("draft");
    expect(fresh.product("old-lamp").status).toBe("archived");
    expect(fresh.troubles.map((trouble) => trouble.row)).toEqual([4]);
  });
});

describe("what people send", () => {
  test("a handful of columns in any order, in any case", async () => {
    const { products } = await readText("VARIANT PRICE,title, handle \n5,Mug,mug\n");
    expect(products).toMatchObject([{ handle: "mug", title: "Mug", variants: [{ price: 500, tracked: false }] }]);
  });

  test("a column that stands twice is read where it says something", async () => {
    const { products } = await readText("Handle,Title,Title,Variant Price\nmug,,Mug,5\nbowl,Bowl,Other,6\n");
    expect(products.map((product) => product.title)).toEqual(["Mug", "Bowl"]);
  });

  test("titles and options repeated on every row start no new product", async () => {
    const rows = ["mug,Mug,Size,S,5", "mug,Mug,Size,M,6", "mug,Mug,Size,L,7"].join("\n");
    const { products } = await readText(`Handle,Title,Option1 Name,Option1 Value,Variant Price\n${rows}`);
    expect(products).toMatchObject([{ options: [{ name: "Size", values: ["S", "M", "L"] }] }]);
  });

  test("handles are made fit for an address, and then are the same product", async () => {
    const { products } = await readText(
      "Handle,Title,Option1 Name,Option1 Value,Variant Price\n Café Mug ,Mug,Size,S,5\ncafe-mug,,,L,6\n",
    );
    expect(products).toMatchObject([{ handle: "cafe-mug", variants: [{ price: 500 }, { price: 600 }] }]);
  });

  test("a handle of nothing but signs is their numbers, one written for addresses its letters", async () => {
    const { products } = await readText(
      "Handle,Title,Variant Price\n🎉,Party,5\n🎊,Confetti,5\n%D1%87%D0%B0%D0%B9,Tea,5\n",
    );
    expect(products.map((each) => each.handle)).toEqual(["1f389", "1f38a", "чай"]);
  });

  test("semicolons with decimal commas", async () => {
    const { products } = await readText(
      "Handle;Title;Variant Price;Variant Compare At Price;Variant Grams\nmug;Mug;12,50;1.249,00;86,5\n",
    );
    expect(products[0]?.variants).toMatchObject([{ price: 1250, compareAt: 124900, weight: 87 }]);
  });

  test("a table that breaks off brings what stands before the break, and names the row", async () => {
    const { products, troubles } = await readText(
      'Handle,Title,Variant Price\nmug,Mug,5\n"bowl,Bowl,6\nplate,Plate,7\n',
    );
    expect(products.map((product) => product.handle)).toEqual(["mug"]);
    expect(troubles).toMatchObject([{ row: 3, leftOut: true }]);
  });

  test("text is cleaned of NUL and broken letters, formulas of their guard", async () => {
    const { products } = await readText("Handle,Title,Vendor,Variant Price\nmug,M\0ug \ud800,'=Sum,5\n");
    expect([products[0]?.title, products[0]?.vendor]).toEqual(["Mug \ufffd", "=Sum"]);
  });

  test("a file of another kind is refused with what its header says", async () => {
    await expect(readText("name,slug,price\nLaptop,laptop,1299\n")).rejects.toThrow(
      'its header reads "name, slug, price"',
    );
    await expect(readText("")).rejects.toThrow("holds nothing");
    await expect(readText("Handle,Title,Variant Price\nmug,Mug,5\n", { from: "woocommerce" })).rejects.toThrow(
      "is not woocommerce",
    );
  });
});

describe("metafields", () => {
  const field = (name: string, key: string) => `${name} (product.metafields.${key})`;
  const columns = [
    field("Fabric", "shopify.fabric"),
    field("Color", "shopify.color-pattern"),
    field("Google: Custom Product", "mm-google-shopping.custom_product"),
    field("Related", "shopify--discovery--product_recommendation.related_products"),
    field("Care", "custom.care"),
  ];
  const header = `Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant Barcodes,${columns.join(",")}`;

  test("standard ones are said in words, apps' own are left alone, an option is not said twice", async () => {
    const { product } = await readText(
      `${header}\nshirt,Shirt,,,5,4006381333931,cotton; cotton-1; bio-wool,navy-1; red,true,mug; cup,Wash cold; hang\nmug,Mug,Color,red,6,,,red; navy,,,\n`,
    );
    expect(product("shirt")).toMatchObject({
      attributes: [
        { name: "Fabric", value: "cotton, bio wool" },
        { name: "Color", value: "navy, red" },
        { name: "Care", value: "Wash cold, hang" },
      ],
      related: ["mug", "cup"],
      variants: [{ barcode: "4006381333931" }],
    });
    expect(product("mug").attributes).toEqual([]);
  });
});

describe("values that are linked to Shopify's standard fields", () => {
  const header =
    "Handle,Title,Option1 Name,Option1 Value,Option1 Linked To,Option2 Name,Option2 Value,Option2 Linked To,Variant Price";
  const link = (key: string) => `product.metafields.shopify.${key}`;

  test("are words and sizes, not handles", async () => {
    const rows = [
      `robe,Robe,Color,navy-1,${link("color-pattern")},Size,xl,${link("size")},5`,
      "robe,,,dark-red,,,12-18-months,,6",
    ];
    const { product } = await readText(`${header}\n${rows.join("\n")}\n`);
    expect(product("robe").options).toEqual([
      { name: "Color", values: ["Navy", "Dark red"] },
      { name: "Size", values: ["XL", "12-18 months"] },
    ]);
    expect(product("robe").variants[0]?.options).toEqual(["Navy", "XL", ""]);
  });

  test("stay two where two handles differ in their number; what the shop wrote stays as it is", async () => {
    const rows = [`a,A,Color,red,${link("color-pattern")},,,,5`, "a,,,red-1,,,,,6", "b,B,Style,matt-black,,,,,5"];
    const { product } = await readText(`${header}\n${rows.join("\n")}\n`);
    expect(product("a").options[0]?.values).toEqual(["Red", "Red 1"]);
    expect(product("b").options[0]?.values).toEqual(["matt-black"]);
  });
});

test("long metafields follow the description, a subtitle stands below the title, what is true is Yes", async () => {
  const columns = ["care_guide", "next_day", "subtitle"].map((key) => `${key} (product.metafields.custom.${key})`);
  const { product } = await readText(
    `Handle,Title,Body (HTML),Variant Price,${columns.join(",")}\nrobe,Robe,One.\n\nTwo.,5,"Wash <40°.\nHang.",TRUE,Made to last\n`.replace(
      "One.\n\nTwo.",
      '"One.\n\nTwo."',
    ),
  );
  expect(product("robe")).toMatchObject({
    subtitle: "Made to last",
    attributes: [{ name: "Next day", value: "Yes" }],
    description: "<p>One.</p>\n<p>Two.</p>\n<h3>Care guide</h3>\n<p>Wash &#60;40°.<br />Hang.</p>",
  });
});

test("a Matrixify file is one of Shopify: its weights have units, its collections are a list, what it deletes is left out", async () => {
  const header =
    "ID,Handle,Command,Title,Body HTML,Row #,Custom Collections,Variant Weight,Variant Weight Unit,Variant Price,Metafield: title_tag [string],Metafield: custom.main_material [single_line_text_field]";
  const { form, product, troubles } = await readText(
    `${header}\n1,throw,MERGE,Throw,<p>Soft</p>,1,"Autumn, Gifts",1.2,kg,79.00,Throw | Nest,Linen\n2,rug,DELETE,Rug,,1,,,,5,,\n`,
  );
  expect(form).toBe("shopify");
  expect(product("throw")).toMatchObject({
    description: "<p>Soft</p>",
    collections: [["Autumn"], ["Gifts"]],
    seoTitle: "Throw | Nest",
    attributes: [{ name: "Main material", value: "Linen" }],
    variants: [{ price: 7900, weight: 1200 }],
  });
  expect(troubles).toMatchObject([{ row: 3, column: "Command", leftOut: true }]);
});

test("where there is no type, the standard category is a path of collections; what nobody sorted is in none", async () => {
  const { product } = await readText(
    "Handle,Title,Variant Price,Product Category\na,A,5,Uncategorized\nb,B,5,Toys > Dolls\n",
  );
  expect([product("a").taxonomy, product("b").taxonomy]).toEqual([[], ["Toys", "Dolls"]]);
});
