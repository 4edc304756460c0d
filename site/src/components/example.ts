/** One way to use a component, shown in the gallery and visited by the accessibility tests. */
export interface Example<Props> {
  title: string;
  props: Props;
  /** HTML of the default slot. */
  slot?: string;
}
