import { styled } from 'styled-components';
import type { Analytics } from '../../../contracts/analytics';
import { FigureTile } from './FigureTile';
import { useFigureWords } from './say-figures';
import { tilesOf } from './tiles';

/** Hairlines between, none around: the paper's edge is line enough. */
const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr));
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  > * {
    margin: 0 -1px -1px 0;
    border: solid ${({ theme }) => theme.colors.neutral150};
    border-width: 0 1px 1px 0;
  }
`;

/** The figures of a span. */
export const FigureGrid = ({ found }: { found: Analytics }) => {
  const words = useFigureWords();
  return (
    <Grid>
      {tilesOf(found, words).map((tile) => (
        <FigureTile key={tile.name} {...tile} />
      ))}
    </Grid>
  );
};
