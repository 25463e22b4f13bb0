import type { ColumnMean, Figure, NetFigure } from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'

const WITHHELD = { nullable: true, description: 'Null: withheld.' } as const
const INTERVAL = { nullable: true, description: 'Of the 95 % interval; null where there is none.' } as const

/** Class of reliability of a number. */
export const ReliabilityEnum = builder.enumType('Reliability', {
  description: 'How far a number can be trusted; D: too few answers, so that it is not shown.',
  values: ['A', 'B', 'C', 'D'] as const,
})

/** Stands out. */
export const MarkEnum = builder.enumType('CellMark', {
  description: 'A cell that stands out from what independence of the questions would give.',
  values: ['ABOVE', 'BELOW'] as const,
})

/** A share. */
export const FigureRef = builder.objectRef<Figure>('Figure').implement({
  description: 'A share in percent with its 95 % interval; all null where too few answered (reliability D).',
  fields: (t) => ({
    percent: t.exposeFloat('percent', WITHHELD),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    effectiveCount: t.exposeFloat('effectiveCount', {
      nullable: true,
      description: "Kish's effective number of answers in the base.",
    }),
    reliability: t.expose('reliability', { type: ReliabilityEnum }),
  }),
})

const NetRef = builder.objectRef<NetFigure>('NetFigure').implement({
  description: 'The two highest points of a scale minus the two lowest, in percentage points.',
  fields: (t) => ({
    points: t.exposeFloat('points', WITHHELD),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
  }),
})

const ONLY_SCALES = { nullable: true, description: 'Null but for scales, and where withheld.' } as const
const ONLY_NUMBERS = { nullable: true, description: 'Null but for numbers, and where withheld.' } as const

/** What a scale or a number says. */
export const MeanRef = builder.objectRef<ColumnMean>('ColumnMean').implement({
  description: 'What a scale or a number says in one column, without „nie wiem”.',
  fields: (t) => ({
    mean: t.exposeFloat('mean', WITHHELD),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    standardDeviation: t.exposeFloat('standardDeviation', WITHHELD),
    count: t.exposeInt('count', WITHHELD),
    effectiveCount: t.exposeFloat('effectiveCount', WITHHELD),
    reliability: t.expose('reliability', { type: ReliabilityEnum }),
    mark: t.expose('mark', { type: MarkEnum, nullable: true, description: 'Null: like everybody else.' }),
    pomp: t.exposeFloat('pomp', { ...ONLY_SCALES, description: '0 to 100; null but for scales.' }),
    pompLow: t.exposeFloat('pompLow', ONLY_SCALES),
    pompHigh: t.exposeFloat('pompHigh', ONLY_SCALES),
    topTwo: t.expose('topTwo', { type: FigureRef, ...ONLY_SCALES }),
    bottomTwo: t.expose('bottomTwo', { type: FigureRef, ...ONLY_SCALES }),
    net: t.expose('net', { type: NetRef, ...ONLY_SCALES }),
    median: t.exposeFloat('median', ONLY_NUMBERS),
    lowerQuartile: t.exposeFloat('lowerQuartile', ONLY_NUMBERS),
    upperQuartile: t.exposeFloat('upperQuartile', ONLY_NUMBERS),
  }),
})
