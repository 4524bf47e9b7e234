namespace Portal.Postgres;

/// <summary>The process cannot start, and its owner can mend it. <see cref="Exception.Message"/> is one sentence that says what is wrong and what to do; hosts print it and exit with code 1.</summary>
public sealed class StartProblemException(string sentence, Exception? cause = null) : Exception(sentence, cause);
