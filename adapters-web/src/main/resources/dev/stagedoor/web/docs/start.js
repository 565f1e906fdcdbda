SwaggerUIBundle({
  url: "/openapi.yml",
  dom_id: "#operations",
  deepLinking: true,
  docExpansion: "list",
  presets: [SwaggerUIBundle.presets.apis],
});
