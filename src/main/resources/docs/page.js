// Shows the description that lies beside this script. No token is kept when the page is left.
SwaggerUIBundle({
  url: new URL("openapi.yaml", document.currentScript.src).href,
  dom_id: "#api",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  validatorUrl: null
});
