import { describe, expect, it } from 'vitest'
import { one, set, saidOf, type GoldenTable } from '../../testing/index.ts'

const GOLDEN: readonly GoldenTable[] = [
  {
    name: 'nikt nie odpowiedział',
    people: [[40, {}]],
    row: 'dem_sex',
    says: ['Nikt z wybranych nie odpowiedział na to pytanie.'],
  },
  {
    name: 'jedna osoba',
    people: one('dem_sex', { WOMAN: 1 }),
    row: 'dem_sex',
    says: ['Odpowiedziała tylko 1 osoba – to za mało, żeby podawać odsetki i porównywać.'],
  },
  {
    name: 'dwie osoby',
    people: one('dem_sex', { WOMAN: 2 }),
    row: 'dem_sex',
    says: ['Odpowiedziały tylko 2 osoby – to za mało, żeby podawać odsetki i porównywać.'],
  },
  {
    name: 'dwanaście osób',
    people: one('dem_sex', { WOMAN: 7, MAN: 5 }),
    row: 'dem_sex',
    says: ['Odpowiedziało tylko 12 osób – to za mało, żeby podawać odsetki i porównywać.'],
  },
  {
    name: 'dwadzieścia dwie osoby',
    people: one('dem_sex', { WOMAN: 12, MAN: 10 }),
    row: 'dem_sex',
    says: ['Odpowiedziały tylko 22 osoby – to za mało, żeby podawać odsetki i porównywać.'],
  },
  {
    name: 'trzy instytucje',
    people: one('dem_sex', { WOMAN: 3 }),
    row: 'dem_sex',
    survey: { isOfInstitutions: true },
    says: ['Odpowiedziały tylko 3 instytucje – to za mało, żeby podawać odsetki i porównywać.'],
  },
  {
    name: 'dwie odpowiedzi',
    people: one('dem_sex', { WOMAN: 240, MAN: 160 }),
    row: 'dem_sex',
    says: ['„Kobieta” – ok. 60% osób (55–65%), mniej więcej 6 na 10; „Mężczyzna” – ok. 40% (35–45%).'],
  },
  {
    name: 'po połowie',
    people: one('dem_sex', { WOMAN: 200, MAN: 200 }),
    row: 'dem_sex',
    says: ['„Kobieta” – ok. 50% osób (45–55%), mniej więcej połowa; „Mężczyzna” – ok. 50% (45–55%).'],
  },
  {
    name: 'wszyscy tak samo',
    people: [[80, { need: { MEALS: '2' } }]],
    row: 'need/MEALS',
    says: ['„Tak” – 0% osób (0–5%), nikt; „Nie” – 100% (95–100%).'],
  },
  {
    name: 'wiersz tabeli pytań',
    people: [
      [90, { need: { MEALS: '1', CARE: '2' } }],
      [210, { need: { MEALS: '2' } }],
    ],
    row: 'need/MEALS',
    says: ['„Tak” – ok. 30% osób (25–35%), mniej więcej 3 na 10; „Nie” – ok. 70% (65–75%).'],
  },
  {
    name: 'jedna odpowiedź prowadzi',
    people: one('care', { FAMILY: 190, NEIGHBOURS: 90, CENTRE: 60, NOBODY: 40, '-98': 20 }),
    row: 'care',
    says: [
      'Najczęściej wskazywano „rodzina”: ok. 48% osób (43–52%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „sąsiedzi” – ok. 23% (19–27%) i „ośrodek pomocy” – ok. 15% (12–19%).',
    ],
  },
  {
    name: 'jedna prowadzi w ankiecie otwartej',
    people: one('care', { FAMILY: 190, NEIGHBOURS: 90, CENTRE: 60, NOBODY: 40, '-98': 20 }),
    row: 'care',
    survey: { sampleType: 'OPEN_LINK' },
    says: [
      'Wśród osób, które wypełniły ankietę: najczęściej wskazywano „rodzina”: ok. 48% osób (43–52%), mniej więcej połowa.',
      'Z pozostałych odpowiedzi: „sąsiedzi” – ok. 23% (19–27%) i „ośrodek pomocy” – ok. 15% (12–19%).',
    ],
  },
  {
    name: 'dwie na czele',
    people: one('care', { FAMILY: 130, NEIGHBOURS: 120, CENTRE: 60, NOBODY: 50 }),
    row: 'care',
    says: [
      'Na czele stoją: „rodzina” – ok. 36% osób (31–41%) i „sąsiedzi” – ok. 33% (29–38%). Dane nie pozwalają stwierdzić, która z tych odpowiedzi jest pierwsza.',
    ],
  },
  {
    name: 'trzy na czele',
    people: one('care', { FAMILY: 100, NEIGHBOURS: 95, CENTRE: 90, NOBODY: 20 }),
    row: 'care',
    says: [
      'Na czele stoją: „rodzina” – ok. 33% osób (28–38%), „sąsiedzi” – ok. 31% (26–37%) i „ośrodek pomocy” – ok. 30% (25–35%). Dane nie pozwalają stwierdzić, która z tych odpowiedzi jest pierwsza.',
    ],
  },
  {
    name: 'żadna się nie wybija',
    people: one('care', { FAMILY: 82, NEIGHBOURS: 80, CENTRE: 78, NOBODY: 76, '-98': 70 }),
    row: 'care',
    says: [
      'Żadna odpowiedź nie wybija się wyraźnie na czoło: „rodzina” – ok. 21% osób (17–26%), „sąsiedzi” – ok. 21% (17–25%) i „ośrodek pomocy” – ok. 20% (17–24%).',
    ],
  },
  {
    name: 'prowadzi „nie wiem”',
    people: one('care', { FAMILY: 40, NEIGHBOURS: 10, CENTRE: 10, '-98': 140 }),
    row: 'care',
    says: [
      'Najczęściej wskazywano „nie wiem”: ok. 70% osób (63–76%), mniej więcej 7 na 10.',
      'Z pozostałych odpowiedzi: „rodzina” – ok. 20% (15–26%) i „sąsiedzi” – ok. 5% (3–9%).',
    ],
  },
  {
    name: 'trzydzieści kilka osób',
    people: one('care', { FAMILY: 12, NEIGHBOURS: 10, CENTRE: 6, NOBODY: 4 }),
    row: 'care',
    says: ['Odpowiedzi jest za mało, żeby podać pewne wyniki dla ogółu.'],
  },
  {
    name: 'kilka odpowiedzi',
    people: set({ 'FAR+COST': 90, FAR: 60, COST: 20, INFO: 30, 'FAR+SHAME': 10 }),
    row: 'barrier',
    says: [
      'Najczęściej wskazywano „odległość”: ok. 76% osób (70–81%), mniej więcej 3 na 4.',
      'Z pozostałych odpowiedzi: „koszt” – ok. 52% (46–59%) i „brak informacji” – ok. 14% (10–20%).',
      'Można było wskazać kilka odpowiedzi.',
    ],
  },
  {
    name: 'kilka odpowiedzi bez pierwszej',
    people: set({ 'FAR+COST': 100, FAR: 20, COST: 25, INFO: 30 }),
    row: 'barrier',
    says: [
      'Na czele stoją: „koszt” – ok. 71% osób (64–78%) i „odległość” – ok. 69% (61–75%). Dane nie pozwalają stwierdzić, która z tych odpowiedzi jest pierwsza.',
      'Można było wskazać kilka odpowiedzi.',
    ],
  },
  {
    name: 'skala z opisami',
    people: one('rate', { '1': 12, '2': 28, '3': 90, '4': 170, '5': 100, '-98': 15 }),
    row: 'rate',
    says: [
      'Średnia: 3,8 (3,7–3,9) na skali od 1 do 5.',
      'Odpowiedzi „dobrze” i „bardzo dobrze”: ok. 68% osób (63–72%), mniej więcej 2 na 3.',
      'Odpowiedzi „bardzo źle” i „źle”: ok. 10% osób (7–13%).',
    ],
  },
  {
    name: 'skala od 0 do 10',
    people: one('likely', { '0': 5, '2': 10, '5': 60, '7': 80, '8': 90, '9': 60, '10': 45 }),
    row: 'likely',
    says: [
      'Średnia: 7,4 (7,2–7,6) na skali od 0 do 10.',
      'Oceny 9 i 10: ok. 30% osób (25–35%), mniej więcej 3 na 10.',
      'Oceny 0 i 1: ok. 1% osób (1–3%).',
    ],
  },
  {
    name: 'skala w ankiecie instytucji',
    people: one('rate', { '1': 5, '2': 5, '3': 20, '4': 30, '5': 20 }),
    row: 'rate',
    survey: { sampleType: 'OPEN_LINK', isOfInstitutions: true },
    says: [
      'Wśród instytucji, które wypełniły formularz: średnia: 3,7 (3,4–3,9) na skali od 1 do 5.',
      'Odpowiedzi „dobrze” i „bardzo dobrze”: ok. 63% instytucji (52–72%), mniej więcej 6 na 10.',
      'Odpowiedzi „bardzo źle” i „źle”: ok. 13% instytucji (7–22%).',
    ],
  },
  {
    name: 'liczba z jednostką',
    people: one('distance', { 1: 60, 3: 80, 5: 70, 12: 50, 25: 20 }),
    row: 'distance',
    says: [
      'Średnia: 6,3 km (5,5–7,0).',
      'W środku (mediana) stoi 4 km; środkowa połowa odpowiedzi mieści się od 3 km do 9 km.',
    ],
  },
  {
    name: 'rok',
    people: one('born', { 1945: 40, 1958: 60, 1971: 80, 1989: 50, 2001: 20 }),
    row: 'born',
    says: [
      'Średnia: 1970 (1968–1972).',
      'W środku (mediana) stoi 1971; środkowa połowa odpowiedzi mieści się od 1958 do 1989.',
    ],
  },
  {
    name: 'ranking',
    people: [
      [120, { wishes: ['DOCTOR', 'BUS'] }],
      [40, { wishes: ['CLUB', 'DOCTOR'] }],
      [40, { wishes: ['BUS', 'CLUB'] }],
    ],
    row: 'wishes',
    says: [
      'Na czele stoją: „autobus” – ok. 80% osób (74–85%) i „lekarz” – ok. 80% (74–85%). Dane nie pozwalają stwierdzić, która z tych odpowiedzi jest pierwsza.',
      'Można było wskazać kilka odpowiedzi.',
    ],
  },
]

describe('a table of one question', () => {
  it.each(GOLDEN)('says in plain words: $name', ({ says, ...wished }) => {
    expect(saidOf(wished)).toEqual(says)
  })
})
