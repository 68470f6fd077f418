interface Bar {
  /** Of the longest bar of the table, between 0 and 1. */
  readonly part: number;
  /** What is not known is an empty bar: it is told apart without colour. */
  readonly isUnknown: boolean;
}

const width = 120;
const height = 10;

/**
 * The bar of one row. The number stands beside it in the table, so that nobody has to see it; drawn with
 * attributes alone, it needs no style that the pages' security policy would refuse, and prints in black.
 */
export function RowBar({ part, isUnknown }: Bar) {
  const length = Math.round(part * (width - 2));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        x="1"
        y="1"
        width={length}
        height={height - 2}
        fill={isUnknown ? "none" : "currentColor"}
        stroke="currentColor"
        stroke-width={length === 0 ? 0 : 1}
      />
    </svg>
  );
}
