/** Vectors of one length side by side in one array, so that a scan reads memory in order. */
export interface VectorStore {
  /** Copies a vector in and returns its place. */
  add(vector: Float32Array): number;
  remove(place: number): void;
  /** Scalar product with the vector at a place; the cosine for unit vectors. */
  dot(place: number, vector: Float32Array): number;
}

const FIRST_ROOM = 1024;

/** An empty store; it grows by half when it is full. */
export function createVectorStore(dimensions: number): VectorStore {
  let all = new Float32Array(FIRST_ROOM * dimensions);
  let used = 0;
  const free: number[] = [];
  return {
    add(vector) {
      const place = free.pop() ?? used++;
      const end = (place + 1) * dimensions;
      if (end > all.length) {
        const larger = new Float32Array(Math.ceil(all.length * 1.5));
        larger.set(all);
        all = larger;
      }
      all.set(vector, place * dimensions);
      return place;
    },
    remove(place) {
      free.push(place);
    },
    dot(place, vector) {
      const from = place * dimensions;
      // Four sums side by side: the engine can then overlap the multiplications.
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = 0; i < dimensions; i += 4) {
        a += all[from + i]! * vector[i]!;
        b += all[from + i + 1]! * vector[i + 1]!;
        c += all[from + i + 2]! * vector[i + 2]!;
        d += all[from + i + 3]! * vector[i + 3]!;
      }
      return a + b + c + d;
    },
  };
}
