import type { QuestionType } from '@rozeznanie/core/questionnaire'
import { memo, type ReactNode } from 'react'
import { Glyph } from '../../ui/Glyph.tsx'

const SHAPES: Readonly<Record<QuestionType, ReactNode>> = {
  SINGLE: (
    <>
      <circle cx="6.5" cy="7" r="2.6" />
      <circle cx="6.5" cy="7" r=".9" fill="currentColor" />
      <circle cx="6.5" cy="17" r="2.6" />
      <path d="M12 7h8M12 17h8" />
    </>
  ),
  MULTI: <path d="M4 4.500h5v5H4zM4 14.500h5v5H4zM5 6.700l1.300 1.300L9.500 4M12.500 7H20M12.500 17H20" />,
  RANK: (
    <path d="M5 5.500 6.500 4.500V9M4.500 15.500c.6-1.200 3-1.100 3 .5 0 1.300-2 2-3 3.500h3.200M12 7h8M12 17.500h5" />
  ),
  SCALE_1_5: (
    <path d="m12 4 2.400 5 5.600.7-4.100 3.800 1.100 5.500-5-2.700L7 19l1.100-5.500L4 9.700 9.600 9z" />
  ),
  SCALE_0_10: (
    <path d="M3.500 16h17M5 13v6M12 13v6M19 13v6M8.500 14.500v3M15.500 14.500v3M15.500 5v5m0 0-2-2m2 2 2-2" />
  ),
  MATRIX_SINGLE: (
    <>
      <path d="M4 5h16v14H4zM4 9.700h16M4 14.300h16M10 5v14" />
      <circle cx="15" cy="12" r="1" fill="currentColor" />
      <circle cx="15" cy="16.600" r="1" fill="currentColor" />
    </>
  ),
  MATRIX_MULTI: (
    <path d="M4 5h16v14H4zM4 9.700h16M4 14.300h16M10 5v14M13.500 12l1 1 2-2M13.500 16.500l1 1 2-2" />
  ),
  NUMBER: <path d="M9.500 4.500 7.500 19.500M16.500 4.500l-2 15M4.500 9.500h15M4 14.500h15" />,
  TEXT_SHORT: <path d="M4 8.500h16v7H4zM7 10.800v2.400" />,
  TEXT_LONG: <path d="M4 4.500h16v15H4zM7 9h10M7 12h10M7 15h5" />,
  DATE_YEAR: <path d="M4.500 6.500h15v13h-15zM4.500 10.500h15M8.500 4v4M15.500 4v4M8.500 14.500h3" />,
  LOCALITY: (
    <path d="M12 20.500c4-4.600 6-8 6-10.600a6 6 0 0 0-12 0c0 2.600 2 6 6 10.600zM12 12a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z" />
  ),
  CONSENT: <path d="M4.500 4.500h15v15h-15zM8 12.300l2.800 2.800L16.500 9" />,
  INFO: <path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11.200v5M12 7.800v.4" />,
  ROSTER: <path d="M4.500 8.500h12v11h-12zM8 8.500v-4h11.500v11h-3M10.500 11.500v5M8 14h5" />,
  CALCULATED: (
    <path d="M6 4h12v16H6zM9 7.500h6M9 12h.5M14.500 12h.5M9 16h.5M14.500 16h.5M12 12h.1M12 16h.1" />
  ),
}

/** A picture of a type of question; the words beside it say the same. */
export const TypeIcon = memo(function TypeIcon({ type }: { readonly type: QuestionType }) {
  return (
    <Glyph className="type-icon" size={24} strokeWidth={1.6}>
      {SHAPES[type]}
    </Glyph>
  )
})
