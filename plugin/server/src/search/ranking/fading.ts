/** What a place in a list (from 0) brings: 1 for the first, a half about `fade` places below (reciprocal ranks). */
export const fading = (place: number, fade: number): number => (fade + 1) / (fade + 1 + place);
