/** As in the image: graphql takes no second look at every value, and an error knows ten of its callers, where jest asks for a hundred. */
process.env.NODE_ENV = 'production';
Error.stackTraceLimit = 10;
