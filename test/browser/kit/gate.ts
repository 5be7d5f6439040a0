/** Something that is waited for until the journey lets it pass. */
export interface Gate {
  readonly opened: Promise<void>;
  open: () => void;
}

/** A gate that is closed. */
export function gate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((pass) => {
    open = pass;
  });
  return { opened, open };
}
