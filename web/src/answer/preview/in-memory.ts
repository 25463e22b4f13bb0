import type { Shelf } from '../draft.ts'
import { START, type Place } from '../place.ts'
import type { Trail } from '../surroundings.ts'

/** Keeps for as long as the page is open, and nowhere else. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** A trail that leaves the browser's history alone, for that belongs to the page around. */
export function memoryTrail(): Trail {
  const places: Place[] = [START]
  const followers = new Set<() => void>()
  return {
    now: () => places[places.length - 1] ?? START,
    show: (place, how) => {
      if (how === 'replace') places.pop()
      places.push(place)
    },
    back: () => {
      if (places.length < 2) return false
      places.pop()
      followers.forEach((follow) => follow())
      return true
    },
    follow: (onMove) => {
      followers.add(onMove)
      return () => followers.delete(onMove)
    },
  }
}
