"""The web page of Koalitio: server-rendered, whole without JavaScript, in English, Finnish and Swedish."""
