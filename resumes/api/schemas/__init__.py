"""What programs send and get, field by field; the OpenAPI document and the documentation page are made of this."""
