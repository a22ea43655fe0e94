/** How a row's words share it with its buttons: they have so much room, or all of the width and the buttons stand below. */
export const ROOM_FOR_WORDS = '1 1 11rem'
