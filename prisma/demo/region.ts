import type { LocalityKind } from '@rozeznanie/core/municipality'
import { OWN_QUESTIONNAIRE } from './own-questionnaire.ts'

/** A centre of the example region. The municipalities and localities are real places, everything else is made up. */
export interface DemoCentre {
  readonly municipalityCode: string
  readonly municipalityName: string
  readonly name: string
  readonly phone: string
  readonly town: string | null
  readonly villages: readonly string[]
  readonly surveys: readonly DemoSurvey[]
  /** How the place differs: multiplies the chance of needing care, of lacking transport, of trusting others. */
  readonly care: number
  readonly transport: number
  readonly trust: number
}

export interface DemoSurvey {
  readonly questionnaireKey: 'RES' | typeof OWN_QUESTIONNAIRE.key
  readonly title: string
  readonly responseCount: number
  /** Days from the day of loading: negative is past. */
  readonly opensInDays: number
  readonly closesInDays: number
  readonly isClosed: boolean
}

const running = (responseCount: number, sinceDays: number): DemoSurvey => ({
  questionnaireKey: 'RES',
  title: 'Ankieta mieszkańca – diagnoza do LPDI',
  responseCount,
  opensInDays: -sinceDays,
  closesInDays: 30,
  isClosed: false,
})

const finished = (responseCount: number): DemoSurvey => ({
  questionnaireKey: 'RES',
  title: 'Ankieta mieszkańca – diagnoza potrzeb',
  responseCount,
  opensInDays: -75,
  closesInDays: -40,
  isClosed: true,
})

const fair: DemoSurvey = {
  questionnaireKey: OWN_QUESTIONNAIRE.key,
  title: 'Minuta dla gminy – ankieta z dożynek',
  responseCount: 312,
  opensInDays: -90,
  closesInDays: -83,
  isClosed: true,
}

export const demoCentres: readonly DemoCentre[] = [
  {
    municipalityCode: '260412',
    municipalityName: 'Morawica',
    name: 'Centrum Usług Społecznych w Morawicy',
    phone: '41 000 00 11',
    town: 'Morawica',
    villages: [
      'Bilcza',
      'Brzeziny',
      'Brudzów',
      'Chałupki',
      'Dębska Wola',
      'Drochów Górny',
      'Lisów',
      'Łabędziów',
      'Obice',
      'Piaseczna Górka',
      'Radomice',
      'Wola Morawicka',
      'Zaborze',
      'Zbrza',
    ],
    surveys: [running(418, 21), fair],
    care: 1,
    transport: 0.8,
    trust: 1.1,
  },
  {
    municipalityCode: '260101',
    municipalityName: 'Busko-Zdrój',
    name: 'Centrum Usług Społecznych w Busku-Zdroju',
    phone: '41 000 00 12',
    town: 'Busko-Zdrój',
    villages: [
      'Bronina',
      'Dobrowoda',
      'Kameduły',
      'Kołaczkowice',
      'Łagiewniki',
      'Mikułowice',
      'Młyny',
      'Owczary',
      'Radzanów',
      'Siesławice',
      'Szaniec',
      'Szczaworyż',
      'Widuchowa',
      'Zbludowice',
      'Zbrodzice',
    ],
    surveys: [running(447, 18)],
    care: 1.2,
    transport: 0.9,
    trust: 1,
  },
  {
    municipalityCode: '260404',
    municipalityName: 'Chmielnik',
    name: 'Centrum Usług Społecznych w Chmielniku',
    phone: '41 000 00 13',
    town: 'Chmielnik',
    villages: [
      'Borzykowa',
      'Celiny',
      'Ciecierze',
      'Grabowiec',
      'Jasień',
      'Lubania',
      'Łagiewniki',
      'Piotrkowice',
      'Przededworze',
      'Sędziejowice',
      'Suchowola',
      'Suliszów',
      'Szyszczyce',
      'Śladków Duży',
      'Śladków Mały',
    ],
    surveys: [finished(336)],
    care: 1.25,
    transport: 1.3,
    trust: 1.05,
  },
  {
    municipalityCode: '260503',
    municipalityName: 'Końskie',
    name: 'Centrum Usług Społecznych w Końskich',
    phone: '41 000 00 14',
    town: 'Końskie',
    villages: [
      'Bedlno',
      'Gatniki',
      'Izabelów',
      'Jeżów',
      'Kazanów',
      'Modliszewice',
      'Nałęczów',
      'Nieświń',
      'Pomyków',
      'Proćwin',
      'Przybyszowy',
      'Rogów',
      'Sielpia',
      'Stadnicka Wola',
      'Trzemoszna',
    ],
    surveys: [running(389, 14)],
    care: 1.1,
    transport: 1,
    trust: 0.9,
  },
  {
    municipalityCode: '261207',
    municipalityName: 'Staszów',
    name: 'Centrum Usług Społecznych w Staszowie',
    phone: '41 000 00 15',
    town: 'Staszów',
    villages: [
      'Czajków Południowy',
      'Czajków Północny',
      'Czernica',
      'Dobra',
      'Grzybów',
      'Koniemłoty',
      'Krzywołęcz',
      'Kurozwęki',
      'Mostki',
      'Niemścice',
      'Oględów',
      'Sielec',
      'Smerdyna',
      'Wiązownica Duża',
      'Wiśniowa',
    ],
    surveys: [running(352, 9)],
    care: 1.05,
    transport: 1.15,
    trust: 0.95,
  },
  {
    municipalityCode: '260604',
    municipalityName: 'Opatów',
    name: 'Centrum Usług Społecznych w Opatowie',
    phone: '41 000 00 16',
    town: 'Opatów',
    villages: [
      'Balbinów',
      'Brzezie',
      'Gojców',
      'Jagnin',
      'Jałowęsy',
      'Jurkowice',
      'Kobylany',
      'Kornacice',
      'Lipowa',
      'Marcinkowice',
      'Nikisiałka Duża',
      'Podole',
      'Ptkanów',
      'Strzyżowice',
      'Zochcin',
    ],
    surveys: [finished(304)],
    care: 1.35,
    transport: 1.35,
    trust: 1,
  },
]

export const localitiesOf = (centre: DemoCentre): readonly { name: string; kind: LocalityKind }[] => [
  ...(centre.town === null ? [] : [{ name: centre.town, kind: 'MIASTO' as const }]),
  ...centre.villages.map((name) => ({ name, kind: 'SOLECTWO' as const })),
]
