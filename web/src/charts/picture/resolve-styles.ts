/** What of the page's style a picture needs to look the same without the page. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const

/** A copy of a drawing whose colours, lines and letters stand in its own attributes instead of the style sheet. */
export function withOwnStyles<E extends SVGElement>(drawing: E): E {
  const copy = drawing.cloneNode(true) as E
  const [originals, copies] = [allOf(drawing), allOf(copy)]
  originals.forEach((original, place) => {
    const target = copies[place]
    if (!target) return
    const style = getComputedStyle(original)
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property)
      if (value !== '' && value !== 'normal') target.setAttribute(property, value.replaceAll('"', "'"))
    }
    target.removeAttribute('class')
    target.removeAttribute('style')
  })
  return copy
}

const allOf = (root: Element): readonly Element[] => [root, ...root.querySelectorAll('*')]
