using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>Why a job failed, and what to do about it.</summary>
internal sealed record FailureView(FailureKind Kind, string Reason, string? Advice);
