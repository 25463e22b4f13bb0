import { describe, expect, it } from 'vitest'
import { by, one, sets, saidOf, type GoldenTable } from '../../testing/index.ts'

const GOLDEN: readonly GoldenTable[] = [
  {
    name: 'grupy podobne',
    people: by('care', 'dem_sex', {
      WOMAN: { FAMILY: 100, NEIGHBOURS: 50, CENTRE: 50 },
      MAN: { FAMILY: 95, NEIGHBOURS: 55, CENTRE: 48 },
    }),
    row: 'care',
    column: 'dem_sex',
    says: [
      'Najczęściej wskazywano „rodzina”: ok. 49% osób (44–54%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „sąsiedzi” – ok. 26% (22–31%) i „ośrodek pomocy” – ok. 25% (21–29%).',
      'Dane nie pozwalają stwierdzić różnicy między grupami (p = 0,82).',
    ],
  },
  {
    name: 'dwie grupy różne',
    people: by('care', 'dem_sex', {
      WOMAN: { FAMILY: 120, NEIGHBOURS: 30, CENTRE: 50 },
      MAN: { FAMILY: 70, NEIGHBOURS: 70, CENTRE: 60 },
    }),
    row: 'care',
    column: 'dem_sex',
    says: [
      'Najczęściej wskazywano „rodzina”: ok. 48% osób (43–52%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „ośrodek pomocy” – ok. 28% (23–32%) i „sąsiedzi” – ok. 25% (21–29%).',
      'Odpowiedź „rodzina”: ok. 60% (53–67%) w grupie „Kobieta” i ok. 35% (29–42%) w grupie „Mężczyzna” – w grupie „Kobieta” częściej.',
      'Odpowiedź „sąsiedzi”: ok. 15% (11–21%) w grupie „Kobieta” i ok. 35% (29–42%) w grupie „Mężczyzna” – w grupie „Mężczyzna” częściej.',
      'Odpowiedzi różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
      'Związek między pytaniami jest słaby (V Craméra = 0,27).',
    ],
  },
  {
    name: 'dwie grupy i dwie odpowiedzi',
    people: by('need', 'dem_sex', {
      WOMAN: { 1: 100, 2: 60 },
      MAN: { 1: 60, 2: 110 },
    }),
    row: 'need/MEALS',
    column: 'dem_sex',
    says: [
      '„Tak” – ok. 48% osób (43–54%), mniej więcej połowa; „Nie” – ok. 52% (46–57%).',
      'Odpowiedź „Tak”: ok. 63% (55–70%) w grupie „Kobieta” i ok. 35% (29–43%) w grupie „Mężczyzna” – w grupie „Kobieta” częściej.',
      'Odpowiedzi różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
      'Związek między pytaniami jest słaby (V Craméra = 0,27).',
    ],
  },
  {
    name: 'trzy grupy',
    people: by('care', 'dem_age', {
      '18_34': { FAMILY: 60, NEIGHBOURS: 30, CENTRE: 10 },
      '35_59': { FAMILY: 60, NEIGHBOURS: 30, CENTRE: 20 },
      '60_PLUS': { FAMILY: 30, NEIGHBOURS: 25, CENTRE: 60 },
    }),
    row: 'care',
    column: 'dem_age',
    says: [
      'Najczęściej wskazywano „rodzina”: ok. 46% osób (41–52%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „ośrodek pomocy” – ok. 28% (23–33%) i „sąsiedzi” – ok. 26% (22–31%).',
      'W grupie „60 lat i więcej” odpowiedź „ośrodek pomocy”: ok. 52% (43–61%) wobec ok. 28% (23–33%) ogółem – częściej niż wśród pozostałych osób.',
      'W grupie „60 lat i więcej” odpowiedź „rodzina”: ok. 26% (19–35%) wobec ok. 46% (41–52%) ogółem – rzadziej niż wśród pozostałych osób.',
      'W grupie „18–34 lata” odpowiedź „ośrodek pomocy”: ok. 10% (6–17%) wobec ok. 28% (23–33%) ogółem – rzadziej niż wśród pozostałych osób.',
      'W grupie „18–34 lata” odpowiedź „rodzina”: ok. 60% (50–69%) wobec ok. 46% (41–52%) ogółem – częściej niż wśród pozostałych osób.',
      'W tabeli wyróżniono jeszcze 1 różnicę.',
      'Odpowiedzi różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
      'Związek między pytaniami jest umiarkowany (V Craméra = 0,30).',
    ],
  },
  {
    name: 'za mało do testu',
    people: by('care', 'dem_age', {
      '18_34': { FAMILY: 3, NEIGHBOURS: 3 },
      '35_59': { FAMILY: 12, NEIGHBOURS: 14, CENTRE: 1 },
      '60_PLUS': { FAMILY: 4, NOBODY: 1 },
    }),
    row: 'care',
    column: 'dem_age',
    says: [
      'Odpowiedzi jest za mało, żeby podać pewne wyniki dla ogółu.',
      'Różnic między grupami nie oceniono; powód podano w uwagach pod tabelą.',
    ],
  },
  {
    name: 'pytanie z nim samym',
    people: one('dem_sex', { WOMAN: 100, MAN: 80 }),
    row: 'dem_sex',
    column: 'dem_sex',
    says: [
      '„Kobieta” – ok. 56% osób (48–63%), mniej więcej 6 na 10; „Mężczyzna” – ok. 44% (37–52%).',
      'Różnic między grupami nie oceniono; powód podano w uwagach pod tabelą.',
    ],
  },
  {
    name: 'kilka odpowiedzi w dwóch grupach',
    people: sets('dem_sex', {
      WOMAN: { FAR: 90, 'FAR+COST': 40, INFO: 60 },
      MAN: { FAR: 40, COST: 60, INFO: 70 },
    }),
    row: 'barrier',
    column: 'dem_sex',
    says: [
      'Najczęściej wskazywano „odległość”: ok. 47% osób (42–52%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „brak informacji” – ok. 36% (31–41%) i „koszt” – ok. 28% (23–33%).',
      'Można było wskazać kilka odpowiedzi.',
      'Odpowiedź „odległość”: ok. 68% (62–75%) w grupie „Kobieta” i ok. 24% (18–30%) w grupie „Mężczyzna” – w grupie „Kobieta” częściej.',
      'Odpowiedź „koszt”: ok. 21% (16–27%) w grupie „Kobieta” i ok. 35% (29–43%) w grupie „Mężczyzna” – w grupie „Mężczyzna” częściej.',
      'Różnice między grupami większe, niż tłumaczyłby przypadek, stwierdzono przy 2 z 3 sprawdzonych odpowiedzi.',
    ],
  },
  {
    name: 'kilka odpowiedzi w podobnych grupach',
    people: sets('dem_sex', {
      WOMAN: { FAR: 60, 'FAR+COST': 40, INFO: 60 },
      MAN: { FAR: 62, 'FAR+COST': 38, INFO: 61 },
    }),
    row: 'barrier',
    column: 'dem_sex',
    says: [
      'Najczęściej wskazywano „odległość”: ok. 62% osób (57–67%), mniej więcej 6 na 10.',
      'Z pozostałych odpowiedzi: „brak informacji” – ok. 38% (33–43%) i „koszt” – ok. 24% (20–29%).',
      'Można było wskazać kilka odpowiedzi.',
      'Dane nie pozwalają stwierdzić różnicy między grupami przy żadnej z odpowiedzi (p = 1,00).',
    ],
  },
  {
    name: 'grupy, które się przecinają',
    people: sets('dem_sex', {
      WOMAN: { FAR: 80, 'COST+INFO': 60 },
      MAN: { FAR: 40, COST: 100 },
    }),
    row: 'dem_sex',
    column: 'barrier',
    says: [
      '„Kobieta” – ok. 50% osób (44–56%), mniej więcej połowa; „Mężczyzna” – ok. 50% (44–56%).',
      'W grupie „brak informacji” odpowiedź „Kobieta”: 100% (94–100%) wobec ok. 50% (44–56%) ogółem – częściej niż wśród pozostałych osób.',
      'W grupie „odległość” odpowiedź „Kobieta”: ok. 67% (58–74%) wobec ok. 50% (44–56%) ogółem – częściej niż wśród pozostałych osób.',
      'W grupie „koszt” odpowiedź „Kobieta”: ok. 38% (30–45%) wobec ok. 50% (44–56%) ogółem – rzadziej niż wśród pozostałych osób.',
      'Różnice między grupami większe, niż tłumaczyłby przypadek, stwierdzono przy 3 z 3 sprawdzonych odpowiedzi.',
    ],
  },
  {
    name: 'dwie średnie różne',
    people: by('rate', 'dem_sex', {
      WOMAN: { '1': 30, '2': 30, '3': 60, '4': 50, '5': 30 },
      MAN: { '1': 5, '2': 10, '3': 50, '4': 80, '5': 60 },
    }),
    row: 'rate',
    column: 'dem_sex',
    says: [
      'Średnia: 3,5 (3,4–3,6) na skali od 1 do 5.',
      'Odpowiedzi „dobrze” i „bardzo dobrze”: ok. 54% osób (49–59%), mniej więcej połowa.',
      'Odpowiedzi „bardzo źle” i „źle”: ok. 19% osób (15–23%).',
      'Średnia: 3,1 (2,9–3,3) w grupie „Kobieta” i 3,9 (3,7–4,0) w grupie „Mężczyzna” – w grupie „Mężczyzna” wyżej.',
      'Średnie różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
    ],
  },
  {
    name: 'dwie średnie podobne',
    people: by('rate', 'dem_sex', {
      WOMAN: { '1': 10, '2': 30, '3': 60, '4': 50, '5': 30 },
      MAN: { '1': 12, '2': 28, '3': 58, '4': 55, '5': 28 },
    }),
    row: 'rate',
    column: 'dem_sex',
    says: [
      'Średnia: 3,3 (3,2–3,4) na skali od 1 do 5.',
      'Odpowiedzi „dobrze” i „bardzo dobrze”: ok. 45% osób (40–50%), mniej więcej połowa.',
      'Odpowiedzi „bardzo źle” i „źle”: ok. 22% osób (18–27%).',
      'Dane nie pozwalają stwierdzić różnicy między średnimi (p = 0,95).',
    ],
  },
  {
    name: 'trzy średnie',
    people: by('rate', 'dem_age', {
      '18_34': { '2': 10, '3': 40, '4': 50, '5': 40 },
      '35_59': { '2': 20, '3': 50, '4': 50, '5': 20 },
      '60_PLUS': { '1': 30, '2': 40, '3': 50, '4': 20 },
    }),
    row: 'rate',
    column: 'dem_age',
    says: [
      'Średnia: 3,3 (3,2–3,4) na skali od 1 do 5.',
      'Odpowiedzi „dobrze” i „bardzo dobrze”: ok. 43% osób (38–48%), mniej więcej 4 na 10.',
      'Odpowiedzi „bardzo źle” i „źle”: ok. 24% osób (20–28%).',
      'W grupie „60 lat i więcej” średnia 2,4 (2,3–2,6) wobec 3,3 (3,2–3,4) ogółem – niżej niż wśród pozostałych osób.',
      'W grupie „18–34 lata” średnia 3,9 (3,7–4,0) wobec 3,3 (3,2–3,4) ogółem – wyżej niż wśród pozostałych osób.',
      'W grupie „35–59 lat” średnia 3,5 (3,3–3,7) wobec 3,3 (3,2–3,4) ogółem – wyżej niż wśród pozostałych osób.',
      'Średnie różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
    ],
  },
  {
    name: 'średnia liczba w dwóch grupach',
    people: by('distance', 'dem_sex', {
      WOMAN: { 2: 80, 6: 60, 20: 20 },
      MAN: { 2: 30, 6: 60, 20: 70 },
    }),
    row: 'distance',
    column: 'dem_sex',
    says: [
      'Średnia: 8,6 km (7,8–9,4).',
      'W środku (mediana) stoi 6 km; środkowa połowa odpowiedzi mieści się od 2 km do 20 km.',
      'Średnia: 5,8 km (4,9–6,6) w grupie „Kobieta” i 11,4 km (10,2–12,6) w grupie „Mężczyzna” – w grupie „Mężczyzna” wyżej.',
      'Średnie różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
    ],
  },
  {
    name: 'grupy według liczby',
    people: by('distance', 'dem_sex', {
      WOMAN: { 2: 80, 6: 60, 20: 20 },
      MAN: { 2: 30, 6: 60, 20: 70 },
    }),
    row: 'dem_sex',
    column: 'distance',
    says: [
      '„Kobieta” – ok. 50% osób (45–55%), mniej więcej połowa; „Mężczyzna” – ok. 50% (45–55%).',
      'W grupie „7 i więcej” odpowiedź „Kobieta”: ok. 22% (15–32%) wobec ok. 50% (45–55%) ogółem – rzadziej niż wśród pozostałych osób.',
      'W grupie „do 2” odpowiedź „Kobieta”: ok. 73% (64–80%) wobec ok. 50% (45–55%) ogółem – częściej niż wśród pozostałych osób.',
      'Odpowiedzi różnią się między grupami bardziej, niż tłumaczyłby to przypadek (p < 0,001).',
      'Związek między pytaniami jest umiarkowany (V Craméra = 0,40).',
    ],
  },
]

describe('a crosstab', () => {
  it.each(GOLDEN)('says only what its tests allow: $name', ({ says, ...wished }) => {
    expect(saidOf(wished)).toEqual(says)
  })
})
