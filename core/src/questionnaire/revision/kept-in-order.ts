/** The longest part of a sequence that keeps its order; what is not in it was moved. */
export function keptInOrder(places: readonly number[]): ReadonlySet<number> {
  const best = places.map((place) => ({ places: [place] as readonly number[] }))
  places.forEach((place, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const before = best[earlier]?.places ?? []
      const own = best[index]?.places ?? []
      if ((places[earlier] ?? 0) < place && before.length + 1 > own.length)
        best[index] = { places: [...before, place] }
    }
  })
  const longest = best.reduce<readonly number[]>(
    (found, { places: own }) => (own.length > found.length ? own : found),
    [],
  )
  return new Set(longest)
}
