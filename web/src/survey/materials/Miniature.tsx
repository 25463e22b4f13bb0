interface MiniatureProps {
  readonly kind: 'poster' | 'leaflet' | 'booklet'
}

const BOXES = [44, 58, 72, 94, 108] as const

/** A small drawing of a sheet, so that one sees which is which; it says nothing by itself. */
export function Miniature({ kind }: MiniatureProps) {
  return (
    <svg className="miniature" viewBox="0 0 100 141" aria-hidden="true" focusable="false">
      <rect className="miniature__paper" x="0.5" y="0.5" width="99" height="140" rx="2" />
      {kind === 'poster' && (
        <>
          <path className="miniature__text" d="M30 12h40M18 23h64M26 33h48" strokeWidth="5" />
          <path className="miniature__line" d="M16 44h68M24 50h52" />
          <Code x={31} y={58} side={38} />
          <path className="miniature__line" d="M24 106h52M32 113h36" />
          <rect className="miniature__band" x="12" y="122" width="76" height="11" />
        </>
      )}
      {kind === 'leaflet' && (
        <>
          <path className="miniature__text" d="M12 16h58" strokeWidth="5" />
          <path className="miniature__line" d="M12 26h76M12 32h62" />
          <Code x={12} y={42} side={30} />
          <path className="miniature__line" d="M50 46h38M50 52h34M50 62h38M50 68h26" />
          <path className="miniature__line" d="M12 84h30M12 91h76M12 97h60M12 108h34M12 115h72" />
          <rect className="miniature__band" x="12" y="124" width="76" height="9" />
        </>
      )}
      {kind === 'booklet' && (
        <>
          <path className="miniature__text" d="M12 15h44" strokeWidth="5" />
          <Code x={72} y={9} side={18} />
          <path className="miniature__line" d="M12 25h50M12 35h56M12 86h50" />
          {BOXES.map((y) => (
            <g key={y}>
              <rect className="miniature__box" x="16" y={y} width="6" height="6" />
              <path className="miniature__line" d={`M27 ${y + 3}h${y % 3 === 0 ? 40 : 30}`} />
            </g>
          ))}
          <path className="miniature__line" d="M62 131h26" />
        </>
      )}
    </svg>
  )
}

interface CodeProps {
  readonly x: number
  readonly y: number
  readonly side: number
}

/** Something that looks like a QR code from afar. */
function Code({ x, y, side }: CodeProps) {
  const eye = side * 0.32
  const corners = [
    [x, y],
    [x + side - eye, y],
    [x, y + side - eye],
  ] as const
  return (
    <g className="miniature__code">
      {corners.map(([left, top]) => (
        <g key={`${left} ${top}`}>
          <rect x={left} y={top} width={eye} height={eye} />
          <rect
            className="miniature__hole"
            x={left + eye / 4}
            y={top + eye / 4}
            width={eye / 2}
            height={eye / 2}
          />
        </g>
      ))}
      <rect x={x + side * 0.45} y={y + side * 0.1} width={side * 0.12} height={side * 0.35} />
      <rect x={x + side * 0.45} y={y + side * 0.55} width={side * 0.3} height={side * 0.14} />
      <rect x={x + side * 0.8} y={y + side * 0.5} width={side * 0.2} height={side * 0.2} />
      <rect x={x + side * 0.55} y={y + side * 0.8} width={side * 0.45} height={side * 0.2} />
    </g>
  )
}
