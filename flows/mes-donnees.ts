import { defineFlow } from "../src/flowkit.ts";

/** What is kept, for how long, who reads it; erasing it, with a receipt; linking another phone. */
export default defineFlow("mes-donnees", {
  start: "what",
  steps: {
    what: { say: ["what", "rights"], next: "whatNow" },
    whatNow: {
      choose: "whatNow",
      among: {
        erase: "sure",
        photos: "photos",
        link: "link",
        discreet: "discreet",
        partners: "partners",
        menu: "menu",
      },
      always: true,
    },
    sure: { choose: "sure", among: { yesErase: "erase", no: "kept" } },
    erase: { do: "erase", next: { erased: "erased", alertOpen: "alertOpen" } },
    erased: { say: "erased", next: "end" },
    alertOpen: { say: "alertOpen", next: "handedOver" },
    handedOver: { end: "handedOver" },
    kept: { say: "kept", next: "back" },
    back: { goTo: "@back" },
    end: { end: "informed" },
    photos: { do: "describePhotos", next: { kept: "photosKept", notKept: "noPhotos" } },
    noPhotos: { say: "noPhotos", next: "whatNow" },
    photosKept: { choose: "photosKept", among: { forget: "forget", keepOn: "whatNow" } },
    forget: { do: "forgetPhotos", next: { forgotten: "photosGone" } },
    photosGone: { say: "photosGone", next: "whatNow" },
    partners: { do: "describeSharing", next: { some: "sharing", none: "noSharing" } },
    noSharing: { say: "noSharing", next: "whatNow" },
    sharing: { choose: "sharing", among: { stopSharing: "stopSharing", keepSharing: "whatNow" } },
    stopSharing: { do: "stopSharing", next: { stopped: "sharingStopped" } },
    sharingStopped: { say: "sharingStopped", next: "whatNow" },
    link: { goTo: "relier" },
    discreet: { goTo: "discretion" },
    menu: { goTo: "menu" },
  },
});
