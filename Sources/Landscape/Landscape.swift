// Landscape
