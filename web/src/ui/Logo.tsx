import './logo.css'

interface LogoProps {
  readonly size?: 'small' | 'large'
}

/** A house whose inside is a compass: one finds one's way at home. */
export function Logo({ size = 'small' }: LogoProps) {
  return (
    <span className={`logo logo--${size}`}>
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <path
          className="logo__house"
          d="M24 3.5 43.5 19v22a3.5 3.5 0 0 1-3.5 3.500H8A3.5 3.5 0 0 1 4.5 41V19z"
        />
        <circle className="logo__ring" cx="24" cy="27.5" r="11.5" />
        <path className="logo__north" d="M31.5 20 26.3 29.8 21.7 25.200z" />
        <path className="logo__south" d="M16.5 35 21.7 25.2 26.3 29.800z" />
      </svg>
      <span className="logo__word">Rozeznanie</span>
    </span>
  )
}
