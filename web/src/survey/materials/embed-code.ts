const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

const BUTTON_STYLE =
  'display:inline-block;padding:16px 28px;border-radius:8px;background:#0b4a47;color:#ffffff;font:700 20px/1.3 sans-serif;text-decoration:none'
const FRAME_STYLE = 'width:100%;height:80vh;min-height:560px;border:0'

interface Embedded {
  readonly address: string
  readonly title: string
}

/** A link that looks like a button, for any website: it needs no script and no permission. */
export function buttonCode({ address, title }: Embedded): string {
  return `<a href="${escaped(address)}" style="${BUTTON_STYLE}">Wypełnij ankietę: ${escaped(title)}</a>`
}

/** The answering page within a page of a website that the organiser allowed. */
export function frameCode({ address, title }: Embedded): string {
  return `<iframe src="${escaped(address)}" title="Ankieta: ${escaped(title)}" style="${FRAME_STYLE}" loading="lazy"></iframe>`
}
