namespace Portal.Access;

/// <summary>What the first administrator chose at set-up.</summary>
/// <param name="Administrator">The one who was made.</param>
/// <param name="LoadSample">Load the sample workspace; else start empty.</param>
public sealed record SetupChoice(Actor Administrator, bool LoadSample);

/// <summary>
/// What is done with the choice, e.g. starting the operation that loads the sample. Registered by whoever can; called once the administrator exists, and again at
/// the next start when it failed or the process died: make it idempotent.
/// </summary>
public sealed record SetupFollowUp(Func<SetupChoice, CancellationToken, Task> RunAsync);
