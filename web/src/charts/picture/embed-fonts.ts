/** Letters of Polish: the basic ones and the Latin letters with marks. */
const WANTED = /U\+0{0,4}-0*FF|U\+0*100-/i

interface Face {
  readonly family: string
  readonly weight: string
  readonly range: string
  readonly address: string
}

function facesOf(family: string): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) => {
    const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
    return rules.flatMap(({ style }): Face[] => {
      const of = (name: string) => style.getPropertyValue(name)
      const address = /url\("?([^")]+)"?\)/.exec(of('src'))?.[1]
      const range = of('unicode-range')
      const isWanted = of('font-family').replace(/["']/g, '') === family && WANTED.test(range)
      if (!address || !isWanted || of('font-style') === 'italic') return []
      return [
        {
          family,
          weight: of('font-weight'),
          range,
          address: new URL(address, sheet.href ?? location.href).href,
        },
      ]
    })
  })
}

function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}

async function ruleOf({ family, weight, range, address }: Face): Promise<string> {
  const file = await (await fetch(address)).blob()
  const source = await asDataAddress(new Blob([file], { type: 'font/woff2' }))
  return `@font-face{font-family:'${family}';font-weight:${weight};unicode-range:${range};src:url(${source}) format('woff2')}`
}

/**
 * The page's own letters as a style sheet to be put into a picture: a picture may load nothing from elsewhere.
 * Empty where they cannot be had; the picture is then written in the letters of whoever opens it.
 */
export async function embeddedFonts(): Promise<string> {
  const family = getComputedStyle(document.body).fontFamily.split(',')[0]?.replace(/["']/g, '').trim() ?? ''
  try {
    return (await Promise.all(facesOf(family).map(ruleOf))).join('')
  } catch {
    return ''
  }
}
