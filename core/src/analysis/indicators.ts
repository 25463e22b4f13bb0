import type { Columns } from './columns.ts'
import type { Mask } from './mask.ts'
import type { Proportion } from './model.ts'
import { netAny } from './net-any.ts'

/** Indicators computed from one question; those of services once per row of the matrix. */
export const INDICATOR_KEYS = [
  'NEED_NOW',
  'UNMET',
  'GAP',
  'USE',
  'FUTURE',
  'AWARE',
  'HOME_PREF',
  'INST_PREF',
  'OFFLINE',
  'CARER_RATE',
  'VOL_POT',
  'TRUST',
  'CUS_AWARE',
  'PAY_READY',
] as const
export type IndicatorKey = (typeof INDICATOR_KEYS)[number]

/** Who is counted among whom. The base are valid answers, „nie wiem” included unless it is left out. */
interface IndicatorRule {
  readonly name: string
  readonly question: string
  /** People with at least one of these codes are counted… */
  readonly codes?: readonly string[]
  /** …or people with at least one code that is not among these. */
  readonly otherThan?: readonly string[]
  readonly leaveOut?: readonly string[]
}

const DONT_KNOW = '-98'

/** The formulas of the handbook, §11.2. */
const RULES: Readonly<Record<IndicatorKey, IndicatorRule>> = {
  NEED_NOW: { name: 'Odsetek gospodarstw z potrzebą usługi', question: 'serv_need', codes: ['3', '4', '5'] },
  UNMET: { name: 'Niezaspokojona potrzeba', question: 'serv_need', codes: ['3', '5'] },
  GAP: {
    name: 'Wskaźnik luki usługowej',
    question: 'serv_need',
    codes: ['3', '5'],
    leaveOut: ['1', '2', DONT_KNOW],
  },
  USE: { name: 'Korzystanie z usługi', question: 'serv_need', codes: ['4', '5'] },
  FUTURE: { name: 'Potrzeba w ciągu 5 lat', question: 'serv_need', codes: ['2'] },
  AWARE: { name: 'Znajomość usługi', question: 'serv_aware', codes: ['1'] },
  HOME_PREF: {
    name: 'Preferencja pozostania w domu lub środowisku',
    question: 'serv_future_place',
    codes: ['HOME_FAMILY', 'HOME_SERVICES', 'WITH_FAMILY'],
    leaveOut: [DONT_KNOW],
  },
  INST_PREF: {
    name: 'Preferencja instytucji',
    question: 'serv_future_place',
    codes: ['DPS'],
    leaveOut: [DONT_KNOW],
  },
  OFFLINE: { name: 'Wykluczenie cyfrowe', question: 'digital', codes: ['NEVER', 'SOMEONE_ELSE'] },
  CARER_RATE: { name: 'Opiekunowie faktyczni', question: 'dem_carer', otherThan: ['NO'] },
  VOL_POT: { name: 'Potencjał wolontariatu', question: 'vol_ready', otherThan: ['CANNOT'] },
  TRUST: { name: 'Kapitał społeczny', question: 'soc_trust', codes: ['MOST_HELP'] },
  CUS_AWARE: { name: 'Znajomość CUS', question: 'cus_known', codes: ['FOR_EVERYONE'] },
  PAY_READY: { name: 'Gotowość współpłacenia', question: 'serv_pay', codes: ['2', '3', '4', '5'] },
}

/** One indicator with everything needed to check it. */
export interface Indicator {
  readonly key: IndicatorKey
  readonly name: string
  readonly questionKey: string
  /** The service (row of the matrix); `null` where the question has no rows. */
  readonly rowKey: string | null
  readonly rowLabel: string | null
  /** People. */
  readonly numerator: number
  readonly denominator: number
  readonly proportion: Proportion | null
}

interface Place {
  readonly key: string
  readonly rowKey: string | null
  readonly rowLabel: string | null
  readonly codes: readonly string[]
}

function placesOf(columns: Columns, questionKey: string): readonly Place[] {
  const column = columns.byKey.get(questionKey)
  if (column?.kind === 'code' || column?.kind === 'set') {
    const codes = column.dictionary.options.map(({ code }) => code)
    return [{ key: questionKey, rowKey: null, rowLabel: null, codes }]
  }
  if (column?.kind !== 'matrix') return []
  return column.rows.map((row) => ({
    key: `${questionKey}/${row.key}`,
    rowKey: row.key,
    rowLabel: row.label,
    codes: row.column.dictionary.options.map(({ code }) => code),
  }))
}

/**
 * The indicators of the handbook that one question gives; one per row where the question is a matrix.
 *
 * @param mask - people who count; everybody when `null`
 * @returns none when the questionnaire does not ask the question
 * @see handbook §11.2. `GAP` = `UNMET` / `NEED_NOW`: unmet among those in need now.
 */
export function indicator(
  columns: Columns,
  key: IndicatorKey,
  mask: Mask | null = null,
): readonly Indicator[] {
  const { name, question, codes, otherThan, leaveOut = [] } = RULES[key]
  return placesOf(columns, question).flatMap((place) => {
    const counted = codes ?? place.codes.filter((code) => otherThan?.includes(code) === false)
    const share = netAny(columns, place.key, counted, { mask, leaveOut })
    if (share === null) return []
    return {
      key,
      name,
      questionKey: question,
      rowKey: place.rowKey,
      rowLabel: place.rowLabel,
      numerator: share.count,
      denominator: share.base,
      proportion: share.proportion,
    }
  })
}
