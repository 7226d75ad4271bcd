import type { Position } from "./nearby.ts";

// Towns and the beginnings of their postcodes, rounded to a hundredth of a degree (about a kilometre): enough to say which
// point is nearest where nobody wants to say exactly where they are. Put together by hand for Pushcart, free to use.

export type KnownPlace = Position & { readonly country: string; readonly postcode: string; readonly town: string };

const lines = `
US 010 Springfield 42.10 -72.59
US 021 Boston 42.36 -71.06
US 029 Providence 41.82 -71.41
US 032 Concord 43.21 -71.54
US 041 Portland 43.66 -70.26
US 054 Burlington 44.48 -73.21
US 061 Hartford 41.76 -72.67
US 071 Newark 40.74 -74.17
US 100 New York 40.71 -74.01
US 112 Brooklyn 40.65 -73.95
US 122 Albany 42.65 -73.76
US 132 Syracuse 43.05 -76.15
US 142 Buffalo 42.89 -78.88
US 152 Pittsburgh 40.44 -80.00
US 191 Philadelphia 39.95 -75.17
US 200 Washington 38.91 -77.04
US 212 Baltimore 39.29 -76.61
US 232 Richmond 37.54 -77.44
US 276 Raleigh 35.78 -78.64
US 282 Charlotte 35.23 -80.84
US 294 Charleston 32.78 -79.93
US 303 Atlanta 33.75 -84.39
US 322 Jacksonville 30.33 -81.66
US 331 Miami 25.76 -80.19
US 336 Tampa 27.95 -82.46
US 352 Birmingham 33.52 -86.80
US 372 Nashville 36.16 -86.78
US 381 Memphis 35.15 -90.05
US 402 Louisville 38.25 -85.76
US 432 Columbus 39.96 -83.00
US 441 Cleveland 41.50 -81.69
US 452 Cincinnati 39.10 -84.51
US 462 Indianapolis 39.77 -86.16
US 482 Detroit 42.33 -83.05
US 489 Lansing 42.73 -84.56
US 495 Grand Rapids 42.96 -85.67
US 503 Des Moines 41.59 -93.62
US 524 Cedar Rapids 41.98 -91.67
US 520 Dubuque 42.50 -90.66
US 532 Milwaukee 43.04 -87.91
US 534 Racine 42.73 -87.78
US 535 Janesville 42.68 -89.02
US 537 Madison 43.07 -89.40
US 538 Platteville 42.73 -90.48
US 539 Baraboo 43.47 -89.74
US 542 Manitowoc 44.09 -87.66
US 543 Green Bay 44.51 -88.02
US 544 Wausau 44.96 -89.63
US 545 Rhinelander 45.64 -89.41
US 546 La Crosse 43.80 -91.24
US 547 Eau Claire 44.81 -91.50
US 548 Superior 46.72 -92.10
US 549 Oshkosh 44.02 -88.54
US 551 Saint Paul 44.95 -93.09
US 554 Minneapolis 44.98 -93.27
US 558 Duluth 46.79 -92.10
US 559 Rochester 44.02 -92.46
US 571 Sioux Falls 43.55 -96.73
US 581 Fargo 46.88 -96.79
US 591 Billings 45.78 -108.50
US 606 Chicago 41.88 -87.63
US 611 Rockford 42.27 -89.09
US 616 Peoria 40.69 -89.59
US 631 Saint Louis 38.63 -90.20
US 641 Kansas City 39.10 -94.58
US 681 Omaha 41.26 -95.93
US 701 New Orleans 29.95 -90.07
US 731 Oklahoma City 35.47 -97.52
US 752 Dallas 32.78 -96.80
US 770 Houston 29.76 -95.37
US 787 Austin 30.27 -97.74
US 802 Denver 39.74 -104.99
US 841 Salt Lake City 40.76 -111.89
US 850 Phoenix 33.45 -112.07
US 871 Albuquerque 35.08 -106.65
US 891 Las Vegas 36.17 -115.14
US 900 Los Angeles 34.05 -118.24
US 921 San Diego 32.72 -117.16
US 941 San Francisco 37.77 -122.42
US 958 Sacramento 38.58 -121.49
US 972 Portland 45.52 -122.68
US 981 Seattle 47.61 -122.33
DE 10 Berlin 52.52 13.40
DE 20 Hamburg 53.55 9.99
DE 28 Bremen 53.08 8.80
DE 30 Hannover 52.37 9.73
DE 01 Dresden 51.05 13.74
DE 04 Leipzig 51.34 12.37
DE 40 Düsseldorf 51.23 6.78
DE 50 Köln 50.94 6.96
DE 60 Frankfurt 50.11 8.68
DE 70 Stuttgart 48.78 9.18
DE 80 München 48.14 11.58
DE 90 Nürnberg 49.45 11.08
AT 10 Wien 48.21 16.37
AT 40 Linz 48.31 14.29
AT 50 Salzburg 47.81 13.06
AT 60 Innsbruck 47.27 11.39
AT 80 Graz 47.07 15.44
CH 80 Zürich 47.38 8.54
CH 40 Basel 47.56 7.59
CH 30 Bern 46.95 7.45
CH 10 Lausanne 46.52 6.63
CH 12 Genève 46.20 6.14
FR 75 Paris 48.86 2.35
FR 69 Lyon 45.76 4.84
FR 13 Marseille 43.30 5.37
FR 31 Toulouse 43.60 1.44
FR 33 Bordeaux 44.84 -0.58
FR 44 Nantes 47.22 -1.55
FR 59 Lille 50.63 3.06
FR 67 Strasbourg 48.57 7.75
NL 10 Amsterdam 52.37 4.90
NL 30 Rotterdam 51.92 4.48
NL 35 Utrecht 52.09 5.12
BE 10 Bruxelles 50.85 4.35
BE 20 Antwerpen 51.22 4.40
IT 00 Roma 41.90 12.50
IT 20 Milano 45.46 9.19
IT 10 Torino 45.07 7.69
ES 28 Madrid 40.42 -3.70
ES 08 Barcelona 41.39 2.17
ES 41 Sevilla 37.39 -5.98
PT 10 Lisboa 38.72 -9.14
PT 40 Porto 41.15 -8.61
DK 1 København 55.68 12.57
SE 11 Stockholm 59.33 18.07
SE 41 Göteborg 57.71 11.97
NO 0 Oslo 59.91 10.75
FI 00 Helsinki 60.17 24.94
PL 00 Warszawa 52.23 21.01
PL 30 Kraków 50.06 19.94
CZ 1 Praha 50.08 14.44
IE D Dublin 53.35 -6.26
GB EC London 51.51 -0.09
GB W1 London 51.51 -0.15
GB M Manchester 53.48 -2.24
GB B Birmingham 52.48 -1.90
GB LS Leeds 53.80 -1.55
GB L Liverpool 53.41 -2.98
GB BS Bristol 51.45 -2.59
GB EH Edinburgh 55.95 -3.19
GB G Glasgow 55.86 -4.25
GB CF Cardiff 51.48 -3.18
CA M Toronto 43.65 -79.38
CA H Montréal 45.50 -73.57
CA V Vancouver 49.28 -123.12
CA T Calgary 51.05 -114.07
AU 20 Sydney -33.87 151.21
AU 30 Melbourne -37.81 144.96
AU 40 Brisbane -27.47 153.03
AU 60 Perth -31.95 115.86
NZ 10 Auckland -36.85 174.76
NZ 60 Wellington -41.29 174.78
JP 10 東京 35.68 139.69
JP 53 大阪 34.69 135.50`;

const shape = /^(\S+) (\S+) (.+) (-?[\d.]+) (-?[\d.]+)$/;

export const knownPlaces: readonly KnownPlace[] = lines
  .trim()
  .split("\n")
  .flatMap((text) => {
    const [, country = "", postcode = "", town = "", latitude, longitude] = shape.exec(text) ?? [];
    return [{ country, postcode, town, latitude: Number(latitude), longitude: Number(longitude) }];
  });
